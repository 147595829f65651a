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
        var (result, metrics) = Train(registration);
        Assert.Multiple(() =>
        {
            Assert.That((result.Status, result.Reason, result.Steps), Is.EqualTo((TrialState.Finished, (string?)null, Steps)));
            Assert.That((watched!.Kills, result.Tasks[0].Counters!["worker_restarts"]), Is.EqualTo((Kills, (long)Kills)));
            Assert.That(metrics, Does.EndWith($"worker_restarts={Kills}"));
            Assert.That(watched.Deaths, Is.EqualTo(Kills * Copies / Workers));
            Assert.That((watched.ProcessIds.Count(Leftovers.IsAlive), Leftovers.Files().Count), Is.EqualTo((0, 0)));
        });
    }

    private (TrialResult Result, string Metrics) Train(EnvironmentRegistration registration)
    {
        var hub = Open("""
            { "suites": { "s": { "tasks": ["CartPole-v1"] } }, "experiments": { "kills": { "suite": "s", "seeds": 1, "steps": STEPS, "copies": 4,
              "evaluation": { "points": 0, "finalEpisodes": 1 }, "arms": { "dqn": { "learner": "dqn" } } } } }
            """.Replace("STEPS", $"{Steps}", StringComparison.Ordinal));
        var plan = ExperimentPlanner.Plan(hub.Options, hub.Catalog, "kills", new());
        var spec = plan.Tasks[0].Spec with { Environment = Spec() };
        var (results, folder) = Run(hub, plan with { Tasks = [new TaskPlan(spec, registration, new GymnasiumSettings())] });
        string metrics = File.ReadAllText(Directory.GetFiles(folder, "metrics.csv", SearchOption.AllDirectories).Single());
        return (results.Single(), metrics.TrimEnd());
    }

    private static EnvironmentSpec Spec()
    {
        using var one = RealWorkers.Faulty(1, "{}");
        return one.Spec;
    }
}
