using System.Text.Json;
using EnvHub.Contracts;
using EnvHub.Networks;

namespace EnvHub.Hosting.Tests;

public sealed class WrapperPlanTests : RunFolderFixture
{
    private static readonly HubCatalog Catalog = SampleHub.Catalog with { Wrappers = new([SampleWrappers.Half, SampleWrappers.Count]) };

    [TestCase("""["Halv"]""", "$.suites.s.tasks[0].wrappers[0]", "Did you mean 'Half'?")]
    [TestCase("""["Half", { "name": "Count", "options": { "limt": 3 } }]""", "$.suites.s.tasks[0].wrappers[1].options.limt", "Did you mean 'limit'?")]
    [TestCase("""[{ "name": "Count", "options": { "limit": 0 } }]""", "$.suites.s.tasks[0].wrappers[0].options.limit", "a whole number in [1, 100]")]
    [TestCase("""["Half", "Count"]""", "$.suites.s.tasks[0].wrappers[1]", "Count needs a Box.")]
    public void Plan_FaultyWrapper_NamesItsPath(string wrappers, string path, string hint)
    {
        var faults = Assert.Throws<HubConfigurationException>(() => Plan(wrappers))!.Faults;

        Assert.That(faults.Single().Path, Is.EqualTo(path));
        Assert.That(faults.Single().ToString(), Does.Contain(hint));
    }

    [Test]
    public void Plan_SeveralFaultyWrappers_GivesAllAtOnce() =>
        Assert.That(Assert.Throws<HubConfigurationException>(() => Plan("""["Nothing", { "name": "Half", "options": { "x": 1 } }]"""))!.Faults, Has.Count.EqualTo(2));

    [Test]
    public void Plan_WrappersOfTheCommandLine_StandAroundEachEnvironment()
    {
        var request = new TrainRequest { Environments = ["Pole-v1", "Hill-v0"], Learner = "single", Steps = 1, Wrappers = ["Half"] };

        Assert.That(ExperimentPlanner.Plan(Catalog, request).Tasks.Select(task => task.Spec.Environment.RewardRange), Is.All.EqualTo((0.0, 0.5)));
    }

    [TestCase("Half:", "--wrap Half:")]
    [TestCase("Half:x=1", "ENV[0].wrappers[0].options.x")]
    public void Plan_FaultyOptionOnTheCommandLine_IsNamed(string wrapper, string path)
    {
        var request = new TrainRequest { Environments = ["Pole-v1"], Learner = "single", Steps = 1, Wrappers = [wrapper] };

        Assert.That(Assert.Throws<HubConfigurationException>(() => ExperimentPlanner.Plan(Catalog, request))!.Faults[0].Path, Is.EqualTo(path));
    }

    [Test]
    public void Parse_ListsAmongTheOptions_StayWhole()
    {
        var options = NamedOptions.Wrapper("A:x=[1,2],y=text", []).Options;

        Assert.That(options.GetRawText(), Is.EqualTo("""{"x":[1,2],"y":"text"}"""));
    }

    [Test]
    public void Run_RewardWrapper_TrainsOnItsRewardsAndEvaluatesWithout()
    {
        var task = RunWrapped(new WrapperPlan(SampleWrappers.Half, new SampleWrappers.HalfOptions())).Result.Tasks[0];

        Assert.That(task.TrainingReturnLast100, Is.InRange(1.5, 3.5), "random actions are paid half of half of 10");
        Assert.That(task.Final!.Returns, Is.EqualTo(Enumerable.Repeat(10.0, 7)));
    }

    [Test]
    public void Run_GatheringWrapper_KeepsTrainingsStatisticsBesideTheWeights()
    {
        string folder = RunWrapped(new WrapperPlan(SampleWrappers.Count, new SampleWrappers.CountOptions())).Folder;
        var model = new SafeTensorsReader(File.ReadAllBytes(Path.Combine(folder, "model.safetensors")));
        var steps = new long[1];
        model.Read("wrappers.0.0.steps", steps);

        Assert.That(steps[0], Is.EqualTo(400), "400 steps of training, none of the evaluations'");
    }

    [Test]
    public void Run_Wrapped_RecordsTheWrappersAsResolved()
    {
        string folder = RunWrapped(new WrapperPlan(SampleWrappers.Count, new SampleWrappers.CountOptions())).Folder;
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "config.json")));

        Assert.That(JsonSerializer.Serialize(config.RootElement.GetProperty("tasks")[0].GetProperty("wrappers")),
            Is.EqualTo("""[{"name":"Count","options":{"limit":10}}]"""));
    }

    [Test]
    public void ForEvaluation_OtherCountOfCopies_TakesTheStatistics()
    {
        var plan = Wrapped(new WrapperPlan(SampleWrappers.Half, new SampleWrappers.HalfOptions()), new WrapperPlan(SampleWrappers.Count, new SampleWrappers.CountOptions()));
        using TaskEnvironment trained = TaskEnvironment.ForTraining(plan, 3), evaluated = TaskEnvironment.ForEvaluation(plan, 1);
        var arena = new StepArena(trained.Vector);
        trained.Vector.Reset([1, 2, 3], arena.Observations);
        trained.Vector.Step(arena.Actions, arena.Buffers);
        evaluated.Load(trained);
        var snapshot = new MemoryCheckpoint();
        evaluated.Save(snapshot, task: 4);
        var steps = new long[1];
        snapshot.Read("wrappers.4.1.steps", steps);

        Assert.That(steps[0], Is.EqualTo(3));
    }

    [Test]
    public void Create_WithoutWrappers_IsTheEnvironmentItself() =>
        Assert.That(Plans.Task("Signal-v0").Create(2), Is.InstanceOf<SignalEnvironment>());

    private static ExperimentPlan Plan(string wrappers)
    {
        var task = OptionsBinder.Bind<TaskOptions>(JsonElement.Parse($$"""{ "environment": "Pole-v1", "wrappers": {{wrappers}} }"""), "$", []);
        return ExperimentPlanner.Plan(
            new HubOptions
            {
                Suites = new Dictionary<string, SuiteOptions> { ["s"] = new() { Tasks = [task] } },
                Experiments = new Dictionary<string, ExperimentOptions>
                {
                    ["e"] = new() { Suite = "s", Steps = 1, Arms = new Dictionary<string, ArmOptions> { ["a"] = new() { Learner = "single" } } },
                },
            },
            Catalog, "e", new ExperimentOverrides());
    }

    private static TaskPlan Wrapped(params WrapperPlan[] wrappers) => Plans.Task("Signal-v0") with { Wrappers = wrappers };

    private (string Folder, TrialResult Result) RunWrapped(WrapperPlan wrapper)
    {
        var plan = Plans.Of(Plans.Arm("multi", tasks: [Wrapped(wrapper)])) with { Tasks = [Wrapped(wrapper)], Seeds = [1] };
        var (folder, results) = Run(plan);
        return (Path.Combine(folder.Path, "multi", "seed-1"), results[0]);
    }
}
