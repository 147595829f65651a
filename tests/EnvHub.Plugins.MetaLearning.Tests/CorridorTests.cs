namespace EnvHub.Plugins.MetaLearning.Tests;

/// <summary>Learning on a family that adaptation alone can learn: corridors and mirrored corridors, of which the observation tells nothing.</summary>
[Category("Learning")]
public class CorridorTests
{
    private const int AdaptationSteps = 40, Loops = 150;

    private static readonly ReptileOptions Options = new()
    {
        InnerSteps = AdaptationSteps, LearningStarts = 10, TrainFrequency = 1, BatchSize = 32, NStep = 1, Discount = 0.9, ExplorationEnd = 1,
        LearningRate = 3e-3, TargetUpdate = new() { Interval = 10 }, Network = new() { Hidden = [32], LayerNorm = false },
    };

    private static readonly Corridor[] HeldOut = [new(5, false, seed: 11), new(5, true, seed: 12), new(6, false, seed: 13), new(6, true, seed: 14)];

    [Test]
    public void Reptile_NewCorridors_AreLearnedFromItsInitialisationAndNotFromARandomOne()
    {
        Corridor[] members = [new(4, false, seed: 1), new(4, true, seed: 2), new(7, false, seed: 3), new(7, true, seed: 4)];
        using var learner = new MetaLearner(Context(members), Options, OuterLoop.Reptile(Options));
        float[] random = Weights(learner);
        for (int step = 0; step < Loops * AdaptationSteps; step++)
        {
            for (int task = 0; task < members.Length; task++) members[task].Step(learner, task);
            learner.Learn();
        }
        float[] learned = Weights(learner);
        double fromLearned = ShareRightAfterAdaptation(learned), fromRandom = ShareRightAfterAdaptation(random);
        // Measured: 1 and 0.64. Chance is a half.
        Assert.That(fromLearned, Is.GreaterThanOrEqualTo(0.9));
        Assert.That(fromRandom, Is.LessThanOrEqualTo(0.75));
    }

    private static double ShareRightAfterAdaptation(float[] start) => HeldOut.Average(corridor =>
    {
        using var learner = new InnerLearner(Context(corridor), 0, Options, AdaptationSteps);
        learner.Begin(new EmbeddedBackend().VectorOf(start));
        for (int step = 0; step < AdaptationSteps; step++) corridor.Step(learner);
        return corridor.ShareRight(new GreedyPolicy(learner.Network, [learner.Scaler]));
    });

    // A network of the same shape, filled with the policy's weights.
    private static float[] Weights(MetaLearner learner)
    {
        var file = new InMemoryCheckpoint();
        learner.Policy.Save(file);
        var context = Context(HeldOut[0]);
        using var network = context.Networks.Create((Options.Network with { Heads = HeadSharing.Shared }).ToSpec(context.Tasks), new RandomGenerator(1));
        NetworkCheckpoint.Load(network, file);
        return network.Parameters.ToArray();
    }

    private static LearnerContext Context(params Corridor[] corridors) => new()
    {
        Tasks = [.. corridors.Select(corridor => corridor.Task)], Copies = 1, TotalSteps = Loops * AdaptationSteps, Random = new RandomStreams(1),
        Networks = new EmbeddedBackend(),
    };
}
