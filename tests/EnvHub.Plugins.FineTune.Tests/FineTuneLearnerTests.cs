namespace EnvHub.Plugins.FineTune.Tests;

public class FineTuneLearnerTests
{
    private const int Copies = 2, Rounds = 200;
    private static readonly TaskSpec Known = Task("known"), Target = Task("target");

    private static readonly FineTuneOptions Options = new()
    {
        LearningStarts = 30, BatchSize = 16, BufferCapacity = 500, Network = Pretrained.Shape, TargetUpdate = new() { Interval = 20 },
    };

    [Test]
    public void Constructor_Source_HasItsActionValues()
    {
        var source = Pretrained.On([Known]);
        using var learner = Learner(source, Options);
        float[] observations = [0.1f, -0.2f, 0.3f, 0.4f], expected = new float[2], found = new float[2];
        source.Policy.ActionValues(0, observations, expected);
        learner.Policy.ActionValues(0, observations, found);
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void Constructor_SourceWithAnotherActivation_IsRefused() => Assert.That(
        () => Learner(Pretrained.On([Known], Pretrained.Shape with { Activation = Activation.Tanh }), Options),
        Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2104").And.Message.Contain("tanh"));

    [Test]
    public void Constructor_Source_BringsTheTargetNetworkIntoStep()
    {
        using var learner = Learner(Pretrained.On([Known]), Options);
        var state = State(learner);
        Assert.That(Read(state, "target.trunk.1.weight"), Is.EqualTo(Read(state, "online.trunk.1.weight")));
    }

    [Test]
    public void Constructor_Source_ContinuesItsReturnScale()
    {
        var source = Pretrained.On([Known]);
        var expected = new double[3];
        source.OpenState().Read("task.known.returns.moments", expected.AsSpan());
        using var learner = Learner(source, Options);
        var found = new double[3];
        State(learner).Read("task.target.returns.moments", found.AsSpan());
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void Learn_FrozenTrunk_LeavesEveryBitOfItAndOfItsMoments()
    {
        using var learner = Learner(Pretrained.On([Known]), Options with { Freeze = ["trunk"], SourceWeight = 0.5, CopiedPenalty = 0.01 });
        var before = State(learner);
        Run(learner);
        Assert.That(learner.Measured(MeasureSpec.Updates), Is.Positive);
        var after = State(learner);
        foreach (string name in before.Names.Where(name => name.StartsWith("online.trunk", StringComparison.Ordinal)))
            Assert.That(Read(after, name), Is.EqualTo(Read(before, name)), name);
        Assert.That(Read(after, "optimizer.0.first_moment"), Is.All.Zero);
        Assert.That(Read(after, "online.head.target.weight"), Is.Not.EqualTo(Read(before, "online.head.target.weight")));
    }

    [Test]
    public void Learn_FreezeStepsOver_TheTrunkMoves()
    {
        using var learner = Learner(Pretrained.On([Known]), Options with { Freeze = ["trunk"], FreezeSteps = 200 });
        float[] before = Read(State(learner), "online.trunk.0.weight");
        Run(learner, rounds: 100);
        Assert.That(Read(State(learner), "online.trunk.0.weight"), Is.EqualTo(before));
        Run(learner, rounds: 20);
        Assert.That(Read(State(learner), "online.trunk.0.weight"), Is.Not.EqualTo(before));
    }

    [Test]
    public void Constructor_KeepOptimizer_ContinuesTheMoments()
    {
        var source = Pretrained.On([Known]);
        using var learner = Learner(source, Options with { KeepOptimizer = true });
        var expected = source.OpenState();
        var moments = new float[expected.LengthOf("optimizer.first_moment")];
        expected.Read("optimizer.first_moment", moments.AsSpan());
        Assert.That(Read(State(learner), "optimizer.0.first_moment"), Is.EqualTo(moments));
        Assert.That(moments.Max(Math.Abs), Is.Positive);
    }

    [Test]
    public void Constructor_WithoutSource_PlaysWeightsThatWereSaved()
    {
        using var trained = Learner(Pretrained.On([Known]), Options with { SourceWeight = 0.5 });
        Run(trained);
        var file = new MemoryCheckpoint();
        trained.Policy.Save(file);
        using var player = new FineTuneLearner(Context(), Options with { SourceWeight = 0.5 });
        player.Policy.Load(file);
        float[] observations = [0.1f, -0.2f, 0.3f, 0.4f], expected = new float[2], found = new float[2];
        trained.Policy.ActionValues(0, observations, expected);
        player.Policy.ActionValues(0, observations, found);
        Assert.That(found, Is.EqualTo(expected));
    }

    [Test]
    public void Notes_FrozenAndSlowTrunk_SayWhatBecameOfEachSegment()
    {
        using var learner = Learner(Pretrained.On([Known]), Options with { Head = HeadStart.New, Freeze = ["trunk.0"], FreezeSteps = 500, TrunkLearningRateFactor = 0.1 });
        Assert.That(learner.Notes[0], Is.EqualTo("copied trunk.0.weight [24, 4] from pretrain/known, frozen for 500 steps, learning rate x 0.1"));
        Assert.That(learner.Notes, Does.Contain("copied trunk.1.weight [16, 24] from pretrain/known, learning rate x 0.1"));
        Assert.That(learner.Notes, Does.Contain("new head.target.weight [2, 16]"));
        Assert.That(learner.Notes[^1], Does.StartWith("return scale ").And.EndsWith(" continued from pretrain/known"));
    }

    [Test]
    public void Constructor_NoSourceThatFits_Refuses() => Assert.That(
        () => Learner(Pretrained.On([Known, Task("second")]), Options), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH4700"));

    private static FineTuneLearner Learner(LearnerSource source, FineTuneOptions options) => new(Context() with { Sources = [source] }, options);

    private static LearnerContext Context() =>
        new() { Tasks = [Target], Copies = Copies, TotalSteps = 4 * Rounds * Copies, Random = new RandomStreams(1), Networks = new EmbeddedBackend() };

    private static TaskSpec Task(string name) => new()
    {
        Name = name,
        Environment = new() { Id = EnvironmentId.Parse("Four-v0"), ObservationSpace = BoxSpace.Uniform(-1, 1, 4), ActionSpace = new DiscreteSpace(2) },
    };

    private static void Run(FineTuneLearner learner, int rounds = Rounds)
    {
        var feed = new SyntheticTask(Target, Copies, seed: 7);
        for (int round = 0; round < rounds; round++)
        {
            learner.Act(0, feed.Observations, feed.Actions);
            learner.Observe(0, feed.Step());
            learner.Learn();
        }
    }

    private static MemoryCheckpoint State(FineTuneLearner learner)
    {
        var state = new MemoryCheckpoint();
        learner.Save(state);
        return state;
    }

    private static float[] Read(MemoryCheckpoint state, string name)
    {
        var values = new float[state.LengthOf(name)];
        state.Read(name, values.AsSpan());
        return values;
    }
}
