namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Training while its workers are killed.</summary>
public sealed class KillTests : HubFixture
{
    private const int Kills = 100, Copies = 4, Workers = 2;

    // So many rounds that all kills fall within them.
    private const long Steps = 3000 * Copies;

    [Test]
    public void Train_HundredKillsUnderRestart_EndsAndCountsThemAll()
    {
        WatchedVector? watched = null;
        var settings = new GymnasiumSettings { OnFailure = FailurePolicy.Restart, Workers = Workers };
        var registration = new EnvironmentRegistration(EnvironmentId.Parse("Watched-v0"), typeof(GymnasiumSettings),
            _ => throw new NotSupportedException(), (_, copies) =>
            {
                var vector = RealWorkers.Faulty(copies, """{"length": 30}""", settings);
                return watched is null ? watched = new WatchedVector(vector, Kills, seed: 1) : vector;   // the second one evaluates
            });
        var (result, metrics) = Train(registration, $$""" "steps": {{Steps}}, "copies": {{Copies}}, "evaluation": { "points": 0, "finalEpisodes": 1 } """);
        Assert.Multiple(() =>
        {
            Assert.That((result.Status, result.Reason, result.Steps), Is.EqualTo((TrialState.Finished, (string?)null, Steps)));
            Assert.That((watched!.Kills, result.Tasks[0].Counters!["worker_restarts"]), Is.EqualTo((Kills, (long)Kills)));
            Assert.That(metrics, Does.EndWith($"worker_restarts={Kills}"));
            Assert.That(watched.Deaths, Is.EqualTo(Kills * Copies / Workers));
            Assert.That((watched.ProcessIds.Count(Leftovers.IsAlive), Leftovers.Files().Count), Is.EqualTo((0, 0)));
        });
    }

    [Test]
    public void Train_WorkersDieInEvaluations_CountsThemApart()
    {
        // A worker ends itself in its 40th step, in the middle of its second episode: training takes 60 steps, the evaluations at the two
        // points an episode of 30 steps each in one environment, the evaluation at the end one episode in another.
        var settings = new GymnasiumSettings { OnFailure = FailurePolicy.Restart, Workers = 1 };
        var registration = new EnvironmentRegistration(EnvironmentId.Parse("Dying-v0"), typeof(GymnasiumSettings), _ => throw new NotSupportedException(),
            (_, copies) => RealWorkers.Faulty(copies, """{"length": 30, "fault": "exit", "at": 40}""", settings));
        var (result, metrics) = Train(registration, """ "steps": 60, "evaluation": { "points": 2, "episodes": 1, "finalEpisodes": 1 } """);
        Assert.Multiple(() =>
        {
            Assert.That(result.Status, Is.EqualTo(TrialState.Finished), result.Reason);
            Assert.That(result.Tasks[0].Counters, Is.EqualTo(new Dictionary<string, long> { ["worker_restarts"] = 1, ["evaluation_worker_restarts"] = 1 }));
            Assert.That(metrics, Does.EndWith("worker_restarts=1 evaluation_worker_restarts=1"));
        });
    }

    private (TrialResult Result, string Metrics) Train(EnvironmentRegistration registration, string plan)
    {
        var hub = Open("""
            { "suites": { "s": { "tasks": ["CartPole-v1"] } }, "experiments": { "kills": { "suite": "s", "seeds": 1, PLAN,
              "arms": { "dqn": { "learner": "dqn" } } } } }
            """.Replace("PLAN", plan, StringComparison.Ordinal));
        var planned = ExperimentPlanner.Plan(hub.Options, hub.Catalog, "kills", new());
        var spec = planned.Tasks[0].Spec with { Environment = Spec() };
        var stage = planned.Arms[0].Final with { Tasks = [new TaskPlan(spec, registration, new GymnasiumSettings())] };
        var (results, folder) = Run(hub, planned with { Tasks = stage.Tasks, Arms = [new ArmPlan("dqn", [stage])] });
        string metrics = File.ReadAllText(Directory.GetFiles(folder, "metrics.csv", SearchOption.AllDirectories).Single());
        return (results.Single(), metrics.TrimEnd());
    }

    private static EnvironmentSpec Spec()
    {
        using var one = RealWorkers.Faulty(1, "{}");
        return one.Spec;
    }
}
