namespace EnvHub.Hosting.Tests;

public sealed class StageKeyTests
{
    private static readonly Trial Base = Source(Plan());

    [Test]
    public void Of_OtherNamesOfExperimentSuiteArmAndStage_IsTheSame()
    {
        var stage = Base.Stage with { Name = "other" };
        var renamed = new ArmPlan("renamed", [stage, Goal() with { From = ["other"] }]);

        Assert.That(Source(Plans.Of(renamed) with { Name = "experiment", Suite = "suite" }).Key, Is.EqualTo(Base.Key));
    }

    [Test]
    public void Of_EveryIngredient_ChangesIt()
    {
        StagePlan stage = Base.Stage;
        Trial[] changed =
        [
            Base with { Stage = stage with { Options = new SignalLearnerOptions { Rate = 0.5 } } },
            Base with { Stage = stage with { Learner = stage.Learner with { Name = "other" } } },
            Base with { Stage = stage with { Backend = stage.Backend with { Name = "other" } } },
            Base with { Stage = stage with { Steps = 401 } },
            Base with { Stage = stage with { Episodes = 5 } },
            Base with { Stage = stage with { Copies = 3 } },
            Base with { Stage = stage with { KeepBest = true } },
            Base with { Tasks = [Base.Tasks[0]] },
            Base with { Tasks = [.. Base.Tasks.Reverse()] },
            Base with { Tasks = [Base.Tasks[0], Base.Tasks[1] with { Spec = Base.Tasks[1].Spec with { Name = "other" } }] },
            Base with { Evaluation = Base.Evaluation with { FinalEpisodes = 8 } },
            Base with { Seed = 3 },
            Base with { Sources = [Base] },
            Base with { Sources = [Base with { Stage = stage with { Name = "other" } }] },
            Base with { Stage = stage with { Learner = stage.Learner with { OptionsType = typeof(TestAttribute) } } },
            Base with { Tasks = [Base.Tasks[0], With(Base.Tasks[1], "Python 3.11.2", "numpy 1.24.2")] },
            Base with { Tasks = [Base.Tasks[0], With(Base.Tasks[1], "Python 3.11.2", "numpy 2.3.0")] },
        ];

        string[] keys = [Base.Key!, .. changed.Select(StageKey.Of)];

        Assert.That(keys, Is.Unique);
    }

    [Test]
    public void Of_SameContentTwice_IsTheSame() => Assert.That(Source(Plan()).Key, Is.EqualTo(Base.Key).And.Length.EqualTo(64));

    [Test]
    public void Canonical_KeysInAnyOrder_GivesTheSameBytes()
    {
        var one = System.Text.Json.Nodes.JsonNode.Parse("""{ "b": [1, { "d": null, "c": 2.5 }], "a": "x" }""")!;

        Assert.That(System.Text.Encoding.UTF8.GetString(StageKey.Canonical(one)), Is.EqualTo("""{"a":"x","b":[1,{"c":2.5,"d":null}]}"""));
    }

    [Test]
    public void Of_PluginsFilesChange_ChangesIt()
    {
        var trial = Base with { Stage = Base.Stage with { Learner = TestPluginFolders.Load("Good").Learners.All[0] } };
        string[] code = [.. CodeVersion.Of(trial)];

        Assert.That(code, Has.Some.StartsWith("Good "), "a plugin is known by the bytes of its folder");
        Assert.That(code, Has.Some.StartsWith("EnvHub.Hosting"));
    }

    private static TaskPlan With(TaskPlan task, params string[] software) => task with { Registration = task.Registration with { Software = _ => software } };

    private static ExperimentPlan Plan() => Plans.Of(new ArmPlan("arm", [Plans.Arm("source").Final, Goal()]));

    private static StagePlan Goal() => Plans.Arm("goal").Final with { From = ["source"] };

    private static Trial Source(ExperimentPlan plan) => TrialList.Of(plan)[0].Sources.Single();
}
