namespace EnvHub.Plugins.MetaLearning.Tests;

public class MetaStageTests
{
    [Test]
    public void Refusal_MembersOfUnequalSize_NamesBoth() =>
        Assert.That(MetaStage.Refusal(Stage(Task("a", 4, 2), Task("b", 4, 3)), new ReptileOptions(), loop: 1), Does.Contain("'a'").And.Contains("'b'").And.Contains("3 actions"));

    [Test]
    public void Refusal_LikeMembers_TakesThem() =>
        Assert.That(MetaStage.Refusal(Stage(Task("a", 4, 2), Task("b", 4, 2)), new ReptileOptions(), loop: 1), Is.Null);

    [Test]
    public void Refusal_QuerySetShorterThanAReturn_SaysSo() =>
        Assert.That(MetaStage.Refusal(Stage(Task("a", 4, 2)), new MamlOptions { NStep = 3, QuerySteps = 2 }, loop: 1), Does.Contain("querySteps is 2"));

    [Test]
    public void Learner_StageShorterThanAnInnerLoop_Throws()
    {
        var context = new LearnerContext
        {
            Tasks = [Task("a", 4, 2)], Copies = 1, TotalSteps = 749, Random = new RandomStreams(1), Networks = new EmbeddedBackend(),
        };
        var options = new MamlOptions { InnerSteps = 500, QuerySteps = 250 };
        Assert.That(() => new MetaLearner(context, options, OuterLoop.Maml(options)), Throws.InstanceOf<HubException>().With.Message.Contains("EH4800"));
    }

    [Test]
    public void Refusal_StageShorterThanAnInnerLoop_SaysBothNumbers()
    {
        var stage = Stage(Task("a", 4, 2)) with { Steps = 499 };
        Assert.That(MetaStage.Refusal(stage, new ReptileOptions(), loop: 500), Does.Contain("499 steps per task").And.Contain("500"));
        Assert.That(MetaStage.Refusal(stage with { Steps = 500 }, new ReptileOptions(), loop: 500), Is.Null);
    }

    private static StageSpec Stage(params TaskSpec[] tasks) => new(tasks, []);

    private static TaskSpec Task(string name, int observations, int actions) => new()
    {
        Name = name,
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse(name), ObservationSpace = BoxSpace.Uniform(-1, 1, observations), ActionSpace = new DiscreteSpace(actions),
        },
    };
}
