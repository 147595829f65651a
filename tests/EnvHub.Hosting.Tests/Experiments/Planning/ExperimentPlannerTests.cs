using System.Text.Json;

namespace EnvHub.Hosting.Tests;

public sealed class ExperimentPlannerTests
{
    private static readonly ExperimentOverrides None = new();

    [Test]
    public void Plan_SoundExperiment_ResolvesTasks()
    {
        var task = ExperimentPlanner.Plan(Hub(), SampleHub.Catalog, "both", None).Tasks[1];

        Assert.That((task.Spec.Name, task.Spec.SolvedReturn, task.Spec.Weight), Is.EqualTo(("low", (double?)195, 2.0)));
        Assert.That(task.Settings, Is.EqualTo(new SampleSettings { Gravity = 1, MaxEpisodeSteps = 50 }));
        Assert.That(task.Spec.Environment.MaxEpisodeSteps, Is.EqualTo(50));
    }

    [Test]
    public void Plan_SoundExperiment_ResolvesArms()
    {
        var plan = ExperimentPlanner.Plan(Hub(), SampleHub.Catalog, "both", None);

        Assert.That(plan.Arms.Select(arm => (arm.Name, arm.Final.Learner.Name, arm.Final.Steps, arm.Final.Copies, arm.Final.KeepBest)),
            Is.EqualTo(new[] { ("one", "single", 1000L, 2, false), ("two", "single", 500L, 4, true) }));
        Assert.That(((SampleOptions)plan.Arms[1].Final.Options).BatchSize, Is.EqualTo(4));
    }

    [Test]
    public void Plan_NoName_TakesTheDefaultExperiment() =>
        Assert.That(ExperimentPlanner.Plan(Hub(), SampleHub.Catalog, null, None).Name, Is.EqualTo("both"));

    [Test]
    public void Plan_Seeds_FollowTheFirst() =>
        Assert.That(ExperimentPlanner.Plan(Hub(), SampleHub.Catalog, "both", None with { Seeds = 3, FirstSeed = 40 }).Seeds, Is.EqualTo(new ulong[] { 40, 41, 42 }));

    [Test]
    public void Plan_StepsFromTheCommandLine_HoldForEveryArm() =>
        Assert.That(ExperimentPlanner.Plan(Hub(), SampleHub.Catalog, "both", None with { Steps = 7 }).Arms.Select(arm => arm.Final.Steps), Is.All.EqualTo(7));

    [Test]
    public void Plan_ArmsFromTheCommandLine_AreAllThatRuns() =>
        Assert.That(ExperimentPlanner.Plan(Hub(), SampleHub.Catalog, "both", None with { Arms = ["two"] }).Arms.Single().Name, Is.EqualTo("two"));

    [Test]
    public void Plan_OlderVersionOfAnEnvironment_Warns() =>
        Assert.That(Plan(new TaskOptions { Environment = "Pole-v0" }, new ArmOptions { Learner = "single" }).Warnings.Single(), Does.Contain("out of date"));

    [Test]
    public void Plan_NoVersion_NamesTheTaskByTheVersionThatIsUsed() =>
        Assert.That(Plan(new TaskOptions { Environment = "Pole" }, new ArmOptions { Learner = "single" }).Tasks[0].Spec.Name, Is.EqualTo("Pole-v1"));

    [TestCase("Pol-v1", "{}", "$.suites.s.tasks[0]", "Did you mean 'Pole-v1'?")]
    [TestCase("Pole-v1", """{ "gravty": 1 }""", "$.suites.s.tasks[0].settings.gravty", "Did you mean 'gravity'?")]
    [TestCase("Pole-v1", """{ "gravity": -1 }""", "$.suites.s.tasks[0].settings.gravity", "a number of at least 0")]
    [TestCase("Pole-v1", """{ "gravity": 13 }""", "$.suites.s.tasks[0].settings", "InvalidOperationException: thirteen is refused when described")]
    public void Plan_FaultyTask_NamesItsPath(string environment, string settings, string path, string hint) =>
        AssertFault(() => Plan(new TaskOptions { Environment = environment, Settings = JsonElement.Parse(settings) }, new ArmOptions { Learner = "single" }), path, hint);

    [TestCase("singel", "embedded", "{}", "$.experiments.e.arms.a.learner", "Did you mean 'single'?")]
    [TestCase("single", "torch", "{}", "$.experiments.e.arms.a.backend", "a registered network backend: embedded")]
    [TestCase("single", "embedded", """{ "network": { "choice": 1 } }""", "$.experiments.e.arms.a.options.network.choice", "\"firstChoice\", \"second\"")]
    [TestCase("picky", "embedded", "{}", "$.experiments.e.arms.a.learner", "It takes no hills.")]
    public void Plan_FaultyArm_NamesItsPath(string learner, string backend, string options, string path, string hint) =>
        AssertFault(() => Plan(new TaskOptions { Environment = "Hill-v0" },
            new ArmOptions { Learner = learner, Backend = new() { Name = backend }, Options = JsonElement.Parse(options) }), path, hint);

    [TestCase("""{ "divece": "cpu" }""", "$.experiments.e.arms.a.backend.options.divece", "unknown key")]
    [TestCase("""{ "device": "gpu" }""", "$.experiments.e.arms.a.backend.options.device", "cpu or cuda")]
    [TestCase("""{ "device": "cuda" }""", "$.experiments.e.arms.a.backend", "Type this to get one.")]
    public void Plan_FaultyBackend_NamesItsPathAndWhatToDo(string options, string path, string hint)
    {
        var catalog = SampleHub.Catalog with { Backends = new([SampleHub.Backend("embedded"), SampleHub.Devices]) };
        AssertFault(() => Plan(new TaskOptions { Environment = "Hill-v0" },
            new ArmOptions { Learner = "single", Backend = new() { Name = "devices", Options = JsonElement.Parse(options) } }, catalog), path, hint);
    }

    [Test]
    public void Plan_StepLimitInBothPlaces_IsAFault() =>
        AssertFault(() => Plan(new TaskOptions { Environment = "Pole-v1", MaxEpisodeSteps = 3, Settings = JsonElement.Parse("""{ "max_episode_steps": 4 }""") },
            new ArmOptions { Learner = "single" }), "$.suites.s.tasks[0].maxEpisodeSteps", "Remove one of the two.");

    [Test]
    public void Plan_BestWeightsWithoutEvaluations_IsAFault()
    {
        var hub = Hub();
        var experiment = hub.Experiments["both"] with { Evaluation = new() { Points = 0 } };
        AssertFault(() => ExperimentPlanner.Plan(
            hub with { Experiments = new Dictionary<string, ExperimentOptions> { ["both"] = experiment } }, SampleHub.Catalog, "both", None),
            "$.experiments.both.arms.two.keepBest", "Set evaluation.points to at least 1");
    }

    [Test]
    public void Plan_FaultsInTasksAndArms_GivesAllAtOnce()
    {
        var fault = Assert.Throws<HubConfigurationException>(() => Plan(
            new TaskOptions { Environment = "Nowhere-v0" }, new ArmOptions { Learner = "single", Backend = new() { Name = "torch" }, Options = JsonElement.Parse("""{ "x": 1 }""") }));

        Assert.That(fault!.Faults, Has.Count.EqualTo(3));
    }

    [Test]
    public void Plan_FailedPlugins_AreNamedWithTheirReasonsWhereANameIsUnknown() =>
        AssertFault(() => ExperimentPlanner.Plan(TestPluginFolders.Load("ThrowsOnConfigure"), new TrainRequest { Environments = ["A-v1"], Learner = "b", Steps = 1 }),
            "--learner", "did not load, so nothing of it is registered: EH");

    [TestCase("bath", "$.experiments.bath", "Did you mean 'both'?")]
    public void Plan_UnknownExperiment_SuggestsOne(string experiment, string path, string hint) =>
        AssertFault(() => ExperimentPlanner.Plan(Hub(), SampleHub.Catalog, experiment, None), path, hint);

    [Test]
    public void Plan_UnknownArm_SuggestsOne() =>
        AssertFault(() => ExperimentPlanner.Plan(Hub(), SampleHub.Catalog, "both", None with { Arms = ["tow"] }), "--arm", "Did you mean 'two'?");

    [Test]
    public void Plan_NoExperimentAnywhere_ListsThem() =>
        AssertFault(() => ExperimentPlanner.Plan(Hub() with { DefaultExperiment = null }, SampleHub.Catalog, null, None), "$.defaultExperiment", "both");

    private static HubOptions Hub() => new()
    {
        DefaultExperiment = "both",
        Suites = new Dictionary<string, SuiteOptions>
        {
            ["pair"] = new()
            {
                Tasks =
                [
                    new TaskOptions { Environment = "Pole-v1" },
                    new TaskOptions { Environment = "Hill-v0", Name = "low", Settings = JsonElement.Parse("""{ "gravity": 1 }"""), MaxEpisodeSteps = 50, Weight = 2 },
                ],
            },
        },
        Experiments = new Dictionary<string, ExperimentOptions>
        {
            ["both"] = new()
            {
                Suite = "pair",
                Steps = 1000,
                Copies = 2,
                Arms = new Dictionary<string, ArmOptions>
                {
                    ["one"] = new() { Learner = "single" },
                    ["two"] = new() { Learner = "single", Steps = 500, Copies = 4, KeepBest = true, Options = JsonElement.Parse("""{ "batchSize": 4 }""") },
                },
            },
        },
    };

    private static ExperimentPlan Plan(TaskOptions task, ArmOptions arm, HubCatalog? catalog = null) => ExperimentPlanner.Plan(
        new HubOptions
        {
            Suites = new Dictionary<string, SuiteOptions> { ["s"] = new() { Tasks = [task] } },
            Experiments = new Dictionary<string, ExperimentOptions>
            {
                ["e"] = new() { Suite = "s", Steps = 1, Arms = new Dictionary<string, ArmOptions> { ["a"] = arm } },
            },
        },
        catalog ?? SampleHub.Catalog, "e", None);

    private static void AssertFault(Action plan, string path, string hint)
    {
        var faults = Assert.Throws<HubConfigurationException>(plan)!.Faults;
        Assert.That(faults.Single(fault => fault.Path == path).ToString(), Does.Contain(hint));
    }
}
