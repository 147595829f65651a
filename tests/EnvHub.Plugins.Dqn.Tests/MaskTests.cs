namespace EnvHub.Plugins.Dqn.Tests;

/// <summary>Action masks: heeded while exploring, while playing and in targets; off by option.</summary>
public class MaskTests
{
    private const int Copies = 2, Steps = 800;
    private const float Discount = 0.9f;

    private static readonly TaskSpec TwoStates = new()
    {
        Name = "two states",
        Environment = new()
        {
            Id = EnvironmentId.Parse("TwoStates"), ObservationSpace = new DiscreteSpace(3), ActionSpace = new DiscreteSpace(2), HasActionMasks = true,
        },
    };

    [Test]
    public void Train_OnlyOneActionIsPossible_PlaysWithoutAFault()
    {
        using var learner = Learner(Gate.Task, new());
        using IVectorEnvironment training = Gate.Copies(Copies), evaluation = Gate.Copies(5);
        Gate.Faults = 0;
        TrainingLoop.Run(learner, training, [1, 2], Steps);
        Assert.That(learner.Measured(MeasureSpec.Updates), Is.GreaterThan(100));
        Assert.That(TrainingLoop.MeanReturn(learner.Policy, evaluation, [3, 4, 5, 6, 7]), Is.EqualTo(Gate.Length));
        Assert.That(Gate.Faults, Is.Zero);
    }

    [Test]
    public void Train_MasksAreOff_Faults()
    {
        using var learner = Learner(Gate.Task, new() { ActionMasks = false });
        using IVectorEnvironment training = Gate.Copies(Copies), evaluation = Gate.Copies(5);
        Gate.Faults = 0;
        TrainingLoop.Run(learner, training, [1, 2], Steps);
        Assert.That(Gate.Faults, Is.GreaterThan(100));
        Assert.That(TrainingLoop.MeanReturn(learner.Policy, evaluation, [3, 4, 5, 6, 7]), Is.LessThan(Gate.Length / 2));
    }

    // State 0 leads to state 1, where action 0 earns 1 and action 1 is not possible: Q*(0, ·) = 0.9. State 2, where action 1 earns 5, teaches the
    // network to think highly of action 1 everywhere.
    [TestCase(true)]
    [TestCase(false)]
    public void Train_TwoStates_BootstrapsFromThePossibleActionAlone(bool actionMasks)
    {
        using var learner = Learner(TwoStates, new() { ActionMasks = actionMasks });
        for (int round = 0; round < 3000; round++)
        {
            learner.Observe(0, new TransitionBatch
            {
                Observations = [round % 3, (round + 1) % 3], Actions = (int[])[round % 3 == 2 ? 1 : 0, (round + 1) % 3 == 2 ? 1 : 0],
                Rewards = [Reward(round % 3), Reward((round + 1) % 3)], NextObservations = [1, 1],
                Terminated = [round % 3 != 0, (round + 1) % 3 != 0], Truncated = [false, false],
                ActionMasks = [true, true, true, true], NextActionMasks = [true, false, true, false],
            });
            learner.Learn();
        }
        var values = new float[4];
        learner.Policy.ActionValues(0, [0, 1], values);
        Assert.That(values[2], Is.EqualTo(1).Within(0.05), "Q(1, possible)");
        if (actionMasks) Assert.That(values[0], Is.EqualTo(Discount).Within(0.05));
        else Assert.That(values[0], Is.EqualTo(Discount * values[3]).Within(0.1).And.GreaterThan(1.5), "it bootstraps from what is impossible");
    }

    private static double Reward(int state) => state switch { 1 => 1, 2 => 5, _ => 0 };

    private static DqnLearner Learner(TaskSpec task, DqnOptions options) => new(
        new() { Tasks = [task], Copies = Copies, TotalSteps = 100_000, Random = new RandomStreams(1), Networks = new EmbeddedBackend() },
        options with
        {
            Discount = Discount, NStep = 1, LearningStarts = 50, BatchSize = 32, LearningRateEnd = null, TrainFrequency = 2, TargetUpdate = new() { Interval = 20 },
            NormalizeReturns = false, BufferCapacity = 3000, Network = new() { Hidden = [16], LayerNorm = false },
        });
}
