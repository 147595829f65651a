using System.Text.Json;
using EnvHub.Contracts;
using EnvHub.Networks;
using EnvHub.Numerics;
using EnvHub.TestKit;

namespace EnvHub.Hosting.Tests;

/// <summary>An on-policy actor-critic that came as a plugin learns in the hub, and tells what it wants to tell.</summary>
public sealed class PolicyGradientTests
{
    private static readonly HubOptions Options = new()
    {
        Root = RepositoryFolder.Path, RunsFolder = "runs",
        PluginFolders = [Path.Combine(RepositoryFolder.Path, "artifacts", "plugins"), Path.Combine(TestPluginFolders.All, "PolicyGradient")],
    };

    [Test]
    [Category("Learning")]
    public void Train_ContinuousActions_Improves()
    {
        var (result, folder) = Train("Pendulum-v1", steps: 50_000, "discount=0.9");
        using (folder)
        {
            string[] metrics = File.ReadAllLines(Directory.GetFiles(folder.Path, "metrics.csv", SearchOption.AllDirectories).Single());
            double[] returns = [.. metrics.Skip(1).Select(line => double.Parse(line.Split(',')[4], System.Globalization.CultureInfo.InvariantCulture))];
            Assert.That(result.Reason, Is.Null);
            // Measured with this seed: -1167 before the first step, -174 at the end; random actions earn -1228.
            Assert.That(returns[0], Is.LessThan(-1000));
            Assert.That(result.Tasks[0].Final!.Mean, Is.GreaterThan(-400));
            AssertTells(result, metrics[0], folder.Path);
        }
    }

    [Test]
    public void Train_MultiDiscreteActions_FindsThePaidOnes()
    {
        var registration = TestPluginFolders.Load("PolicyGradient").Learners.Find("policy-gradient");
        using var learner = registration.Create(
            new LearnerContext
            {
                Tasks = [new() { Name = "echo", Environment = Echo.Description }], Copies = 4, TotalSteps = 8000, Random = new RandomStreams(1).Scope("learner"), Networks = new EmbeddedBackend(),
            },
            OptionsBinder.Bind(JsonSerializer.SerializeToElement(new { horizon = 64 }), registration.OptionsType, "$", []));
        using EnvironmentVector<long, long[]> training = new(static () => new Echo(), 4), played = new(static () => new Echo(), 5);
        TrainingLoop.Run(learner, training, [1, 2, 3, 4], 2000);
        // Random answers earn 0.5 + 0.333 a step, the right ones 2; an episode has ten.
        Assert.That(TrainingLoop.MeanReturn(learner.Policy, played, [5, 6, 7, 8, 9]), Is.GreaterThanOrEqualTo(19));
    }

    [Test]
    public void Plan_DistillationFromItsPolicy_IsRefusedInWords()
    {
        using var folder = new TemporaryFolder();
        string plugins = JsonSerializer.Serialize(Options.PluginFolders);
        string file = folder.Write("hub.json", $$"""
            { "plugins": {{plugins}}, "runs": "runs", "suites": { "s": { "tasks": ["CartPole-v1"] } },
              "experiments": { "e": { "suite": "s", "seeds": 1, "steps": 500, "arms": { "a": { "stages": [
                { "name": "teach", "learner": "policy-gradient", "steps": 500 },
                { "name": "learn", "learner": "distillation", "from": ["teach"], "steps": 500 } ] } } } } }
            """);
        var options = HubConfigurationReader.Read(file);
        var fault = Assert.Throws<HubConfigurationException>(() => ExperimentPlanner.Plan(options, HubCatalog.Load(options), "e", new()));
        Assert.That(fault!.Message, Does.Contain("action values").And.Contain("teach"));
    }

    // The learner's own measure is in all records, beside the one that the hub knows.
    private static void AssertTells(TrialResult result, string header, string folder)
    {
        string json = JsonSerializer.Serialize(result, HostingJson.Default.TrialResult);
        Assert.That(header, Does.Contain(",updates,value_loss,clipped_share,"));
        Assert.That(result.Updates, Is.Positive);
        Assert.That(result.Measures!.Keys, Is.EquivalentTo(new[] { "updates", "value_loss" }));
        Assert.That(result.Tasks[0].Measures!["clipped_share"], Is.InRange(0.0, 1.0));
        Assert.That(json, Does.Contain("clipped_share").And.Contain("value_loss"));
        string events = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Directory.GetFiles(folder, "events.*", SearchOption.AllDirectories).Single()));
        Assert.That(events, Does.Contain("measures/clipped_share").And.Contain("train/n_updates"));
    }

    private static (TrialResult Result, TemporaryFolder Folder) Train(string environment, long steps, params string[] set)
    {
        var catalog = HubCatalog.Load(Options);
        var plan = ExperimentPlanner.Plan(catalog, new TrainRequest
        {
            Environments = [environment], Learner = "policy-gradient", Steps = steps, Copies = 8, Set = set,
            Evaluation = new() { Points = 4, Episodes = 20, FinalEpisodes = 50 },
        });
        var folder = new TemporaryFolder();
        var runner = new ExperimentRunner(plan, RunFolder.Create(folder.Path, plan.Name, TimeProvider.System), ProvenanceReader.Read(Options, catalog));
        return (runner.Run(parallel: 1, CancellationToken.None).Single(), folder);
    }

    /// <summary>Shows a number; its remainders by 2 and by 3 are paid 1 each.</summary>
    private sealed class Echo() : Environment<long, long[]>(Description)
    {
        private long _shown;

        public static EnvironmentSpec Description { get; } = new()
        {
            Id = EnvironmentId.Parse("Echo-v0"), ObservationSpace = new DiscreteSpace(6), ActionSpace = new MultiDiscreteSpace(2, 3), MaxEpisodeSteps = 10,
        };

        protected override long OnReset() => _shown = Random.Integers(6);

        protected override StepResult<long> OnStep(long[] action)
        {
            int paid = (action[0] == _shown % 2 ? 1 : 0) + (action[1] == _shown % 3 ? 1 : 0);
            return new(_shown = Random.Integers(6), paid);
        }
    }
}
