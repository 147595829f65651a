using System.Text.Json;

namespace EnvHub.Hosting.Tests;

public sealed class StagePlanTests
{
    private const string Sound = """
        { "stages": [
            { "name": "source", "learner": "single", "tasks": ["Hill-v0", { "environment": "Pole-v1", "name": "heavy", "settings": { "gravity": 9 } }], "steps": 70 },
            { "name": "goal", "learner": "heir", "from": ["source"], "episodes": 3, "evaluation": { "points": 2 } } ] }
        """;

    [Test]
    public void Plan_Stages_ResolvesTheChain()
    {
        var arm = Plan(Sound).Arms.Single();

        Assert.That(arm.Stages.Select(stage => (stage.Name, stage.Learner.Name, stage.Steps, stage.Episodes, stage.Evaluation!.Points)),
            Is.EqualTo(new[] { ("source", "single", 70L, (long?)null, 25), ("goal", "heir", 1000L, 3L, 2) }));
        Assert.That(arm.Final.From, Is.EqualTo(new[] { "source" }));
    }

    [Test]
    public void Plan_StagesTasks_AreTheSuitesByNameElseTheirOwn()
    {
        var stage = Plan(Sound).Arms.Single().Stages[0];

        Assert.That(stage.Tasks.Select(task => (task.Spec.Name, ((SampleSettings)task.Settings).Gravity)),
            Is.EqualTo(new[] { ("Hill-v0", 2.5), ("heavy", 9.0) }), "the suite's hill has a gravity of its own");
    }

    [Test]
    public void Plan_StagesTasksNotGiven_AreTheSuites() =>
        Assert.That(Plan(Sound).Arms.Single().Final.Tasks.Select(task => task.Spec.Name), Is.EqualTo(new[] { "Pole-v1", "Hill-v0" }));

    [Test]
    public void Plan_AnotherSuite_GivesItsTasks()
    {
        var arm = Plan("""{ "learner": "single", "suite": "other" }""").Arms.Single();

        Assert.That((arm.Stages.Count, arm.Final.Name, arm.Final.Tasks.Single().Spec.Name), Is.EqualTo((1, "a", "Pole-v0")));
    }

    [Test]
    public void Plan_SuiteWithHeldOutTasks_KeepsThemForTheLastOfSeveralStages()
    {
        var arm = Plan("""
            { "stages": [{ "name": "s", "learner": "single", "suite": "family" }, { "name": "t", "learner": "heir-or-not", "suite": "family", "from": ["s"] }] }
            """).Arms.Single();

        Assert.That(arm.Stages.Select(stage => stage.Tasks.Count), Is.EqualTo(new[] { 3, 2 }));
        Assert.That(arm.Stages[1].Tasks.Select(task => task.Spec.Name), Is.All.Contains("held-out"));
    }

    [TestCase("""{ "learner": "single", "suite": "family" }""", 3)]
    [TestCase("""{ "learner": "single", "suite": "family", "members": "heldOut" }""", 2)]
    [TestCase("""{ "learner": "single", "suite": "family", "members": "all" }""", 5)]
    public void Plan_Members_AreThoseTasksOfTheSuite(string arm, int count) => Assert.That(Plan(arm).Arms.Single().Final.Tasks, Has.Count.EqualTo(count));

    [Test]
    public void Plan_StepsFromTheCommandLine_HoldForEveryStage() =>
        Assert.That(Plan(Sound, new() { Steps = 7 }).Arms.Single().Stages.Select(stage => stage.Steps), Is.All.EqualTo(7));

    [TestCase("""{ "learner": "single", "stages": [{ "name": "s", "learner": "single" }] }""", "learner", "Move the key into a stage.")]
    [TestCase("""{ "steps": 5, "stages": [{ "name": "s", "learner": "single" }] }""", "steps", "Move the key into a stage.")]
    [TestCase("""{ "stages": [] }""", "stages", "at least 1")]
    [TestCase("""{ }""", "learner", "Add this key.")]
    [TestCase("""{ "stages": [{ "name": "s" }] }""", "stages[0].learner", "Add this key.")]
    [TestCase("""{ "stages": [{ "name": "s", "learner": "singel" }] }""", "stages[0].learner", "Did you mean 'single'?")]
    [TestCase("""{ "stages": [{ "name": "s", "learner": "single" }, { "name": "s", "learner": "heir", "from": ["s"] }] }""", "stages[1].name", "each name once in an arm")]
    [TestCase("""{ "stages": [{ "name": "s", "learner": "single" }, { "name": "t", "learner": "heir", "from": ["x"] }] }""", "stages[1].from[0]", "an earlier stage of the arm: s")]
    [TestCase("""{ "stages": [{ "name": "t", "learner": "heir", "from": ["s"] }, { "name": "s", "learner": "single" }] }""", "stages[0].from[0]", "Put that stage first.")]
    [TestCase("""{ "stages": [{ "name": "t", "learner": "heir", "from": ["t"] }] }""", "stages[0].from[0]", "the stage itself")]
    [TestCase("""{ "stages": [{ "name": "s", "learner": "single" }, { "name": "t", "learner": "heir", "from": ["s", "s"] }] }""", "stages[1].from[1]", "each stage once")]
    [TestCase("""{ "stages": [{ "name": "s", "learner": "single" }, { "name": "t", "learner": "single", "from": ["s"] }] }""", "stages[1].from", "single builds on nothing")]
    [TestCase("""{ "learner": "heir" }""", "from", "name at least one in")]
    [TestCase("""{ "stages": [{ "name": "s", "learner": "single" }, { "name": "t", "learner": "single" }] }""", "stages[0]", "no later stage builds on")]
    [TestCase("""{ "stages": [{ "name": "s", "learner": "single" }, { "name": "t", "learner": "heir", "from": ["s"], "tasks": ["Pole-v1"] }] }""", "stages[1].learner", "It has 2 sources for 1 tasks.")]
    [TestCase("""{ "learner": "single", "tasks": ["Pole-v1", "Pole-v1"] }""", "tasks[1]", "each name once in a suite")]
    [TestCase("""{ "learner": "single", "tasks": ["Pol-v1"] }""", "tasks[0]", "Did you mean 'Pole-v1'?")]
    [TestCase("""{ "learner": "single", "suite": "othr" }""", "suite", "Did you mean 'other'?")]
    [TestCase("""{ "learner": "single", "members": "heldOut" }""", "members", "holds no tasks out")]
    [TestCase("""{ "learner": "single", "members": "train", "tasks": ["Pole-v1"] }""", "members", "one of the two")]
    [TestCase("""{ "learner": "single", "keepBest": true, "evaluation": { "points": 0 } }""", "keepBest", "Set evaluation.points to at least 1")]
    public void Plan_FaultyStage_NamesItsPath(string arm, string path, string hint)
    {
        var faults = Assert.Throws<HubConfigurationException>(() => Plan(arm))!.Faults;

        Assert.That(faults.Single(fault => fault.Path == $"$.experiments.e.arms.a.{path}").ToString(), Does.Contain(hint));
    }

    [TestCase("x")]
    [TestCase("b/x")]
    public void Plan_StageOfAnotherArm_SaysWhatToDo(string name)
    {
        string arm = """{ "stages": [{ "name": "s", "learner": "single" }, { "name": "t", "learner": "heir", "from": ["s", "NAME"] }] }""".Replace("NAME", name, StringComparison.Ordinal);
        var fault = Assert.Throws<HubConfigurationException>(() => Plan(arm + """
            , "b": { "stages": [{ "name": "x", "learner": "single" }, { "name": "y", "learner": "heir", "from": ["x"] }] }
            """));

        Assert.That(fault!.Faults[0].ToString(), Does.Contain("a stage of the arm \"b\"").And.Contain("an earlier stage of the arm: s").And.Contain("trained once"));
    }

    [Test]
    public void Plan_SeveralFaults_GivesAllAtOnce()
    {
        var fault = Assert.Throws<HubConfigurationException>(() => Plan("""
            { "stages": [{ "name": "s", "learner": "singel", "backend": "torch" }, { "name": "s", "learner": "heir", "from": ["x"], "suite": "none" }] }
            """));

        Assert.That(fault!.Faults, Has.Count.EqualTo(6), "learner, backend, name, from, suite, and the first stage is of no use");
    }

    private static ExperimentPlan Plan(string arm, ExperimentOverrides? overrides = null)
    {
        var faults = new List<ConfigurationFault>();
        var options = OptionsBinder.Bind<HubOptions>(JsonElement.Parse($$"""
            { "suites": { "s": { "tasks": ["Pole-v1", { "environment": "Hill-v0", "settings": { "gravity": 2.5 } }] }, "other": { "tasks": ["Pole-v0"] },
                          "family": { "families": [{ "environment": "Pole-v1", "vary": { "gravity": [1, 5] }, "train": 3, "heldOut": 2 }] } },
              "experiments": { "e": { "suite": "s", "steps": 1000, "arms": { "a": {{arm}} } } } }
            """), "$", faults);
        return faults.Count == 0
            ? ExperimentPlanner.Plan(options, SampleHub.Catalog, "e", overrides ?? new ExperimentOverrides())
            : throw new HubConfigurationException("EH3002", "hub.json", faults);
    }
}
