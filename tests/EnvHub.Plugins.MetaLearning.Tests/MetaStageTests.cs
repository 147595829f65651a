namespace EnvHub.Plugins.MetaLearning.Tests;

public class MetaStageTests
{
    [Test]
    public void Refusal_MembersOfUnequalSize_NamesBoth() =>
        Assert.That(MetaStage.Refusal(Stage(Task("a", 4, 2), Task("b", 4, 3)), new ReptileOptions()), Does.Contain("'a'").And.Contains("'b'").And.Contains("3 actions"));

    [Test]
    public void Refusal_LikeMembers_TakesThem() =>
        Assert.That(MetaStage.Refusal(Stage(Task("a", 4, 2), Task("b", 4, 2)), new ReptileOptions()), Is.Null);

    [Test]
    public void Refusal_QuerySetShorterThanAReturn_SaysSo() =>
        Assert.That(MetaStage.Refusal(Stage(Task("a", 4, 2)), new MamlOptions { NStep = 3, QuerySteps = 2 }), Does.Contain("querySteps is 2"));

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
