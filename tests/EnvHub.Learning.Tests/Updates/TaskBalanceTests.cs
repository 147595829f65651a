using EnvHub.Networks;

namespace EnvHub.Learning.Tests;

/// <summary>Gradients that are weighed one by one, in the network that they share.</summary>
public sealed class TaskBalanceTests
{
    private const int Rows = 8;

    // Weights of 1 in every way that a balance can give them: the same step as the plain sum's.
    [TestCase(true, InputSharing.EncoderPerTask)]
    [TestCase(false, InputSharing.EncoderPerTask)]
    [TestCase(true, InputSharing.PaddedOneHot)]
    public void Apply_WeightsOfOne_StepsAsTheSumDoes(bool ofShared, InputSharing inputs)
    {
        using QNetworkTrainer plain = Trainer(null, inputs), weighed = Trainer(new Constant(ofShared, [1, 1]), inputs);
        for (int i = 0; i < 5; i++)
        {
            Update(plain);
            Update(weighed);
        }
        Assert.That(weighed.Online.Parameters.ToArray(), Is.EqualTo(plain.Online.Parameters.ToArray()).Within(1e-6));
    }

    // One task's weight is 0: of the shared parameters its gradient is not heeded, and its own head learns where weights are for the shared ones alone.
    [TestCase(true)]
    [TestCase(false)]
    public void Apply_WeightOfZero_ChangesWhatItIsAbout(bool ofShared)
    {
        using var trainer = Trainer(new Constant(ofShared, [1, 0]), InputSharing.EncoderPerTask);
        float[] before = trainer.Online.Parameters.ToArray();
        Update(trainer);
        float[] after = trainer.Online.Parameters.ToArray();
        var head = trainer.Online.Segments.Single(segment => segment.Name == "head.second.weight");
        Assert.That(after.AsSpan(head.Offset, head.Length).SequenceEqual(before.AsSpan(head.Offset, head.Length)), Is.EqualTo(!ofShared));
    }

    [Test]
    public void Describe_AfterAnUpdate_TellsNormsAndCosines()
    {
        using var trainer = Trainer(new Constant(true, [0.5, 2]), InputSharing.PaddedOneHot);
        double[] losses = new double[2], weights = new double[2], norms = new double[2], cosines = new double[4];
        trainer.Describe(losses, weights, norms, cosines);
        Assert.That(cosines, Has.All.NaN);
        Update(trainer);
        trainer.Describe(losses, weights, norms, cosines);
        Assert.That(weights, Is.EqualTo(new[] { 0.5, 2 }));
        Assert.That(losses.Sum(), Is.EqualTo(trainer.LastLoss.Loss).Within(1e-5));
        Assert.That((cosines[0], cosines[3]), Is.EqualTo((1.0, 1.0)).Within(1e-9));
        Assert.That(cosines[1], Is.EqualTo(cosines[2]).And.InRange(-1, 1));
        Assert.That(norms, Has.All.GreaterThan(0));
    }

    [TestCase(WeightingKind.Random)]
    [TestCase(WeightingKind.Dwa)]
    [TestCase(WeightingKind.Uncertainty)]
    [TestCase(WeightingKind.Famo)]
    [TestCase(WeightingKind.GradNorm)]
    [TestCase(WeightingKind.PcGrad)]
    [TestCase(WeightingKind.CaGrad)]
    [TestCase(WeightingKind.Mgda)]
    public void Load_OfASave_GoesOnToTheSameBits(WeightingKind kind)
    {
        using QNetworkTrainer first = Trainer(kind), second = Trainer(kind);
        for (int i = 0; i < 7; i++) Update(first);
        var saved = new InMemoryCheckpoint();
        first.Save(saved);
        second.Load(saved);
        for (int i = 0; i < 7; i++)
        {
            Update(first);
            Update(second);
        }
        Assert.That(second.Online.Parameters.ToArray(), Is.EqualTo(first.Online.Parameters.ToArray()));
        Assert.That(first.LastLoss.Loss, Is.LessThan(100).And.GreaterThan(0));
    }

    [TestCase(WeightingKind.Famo)]
    [TestCase(WeightingKind.PcGrad)]
    [TestCase(WeightingKind.CaGrad)]
    public void Update_AnyMethod_AllocatesNothing(WeightingKind kind)
    {
        using var trainer = Trainer(kind);
        var (first, second) = (Batch(0.5f), Batch(-0.3f));
        Update(trainer, first, second);
        Assert.That(AllocationMeter.Measure(() => Update(trainer, first, second)), Is.Zero);
    }

    private static void Update(QNetworkTrainer trainer) => Update(trainer, Batch(0.5f), Batch(-0.3f));

    private static void Update(QNetworkTrainer trainer, ReplayBatch first, ReplayBatch second)
    {
        trainer.Begin();
        trainer.AddTask(0, first);
        trainer.AddTask(1, second);
        trainer.Apply(learningRate: 0.01f);
    }

    private static ReplayBatch Batch(float value)
    {
        var batch = new ReplayBatch(Rows, 2);
        for (int i = 0; i < Rows; i++)
        {
            (batch.Observations[2 * i], batch.Observations[2 * i + 1]) = (value, 0.1f * i);
            (batch.Actions[i], batch.Rewards[i]) = (i % 2, value + i);
        }
        return batch;
    }

    private static QNetworkTrainer Trainer(WeightingKind kind) => Trainer(TaskBalance.Of(new() { Kind = kind, Window = 3 }, Context()), InputSharing.EncoderPerTask);

    private static QNetworkTrainer Trainer(TaskBalance? balance, InputSharing inputs)
    {
        var context = Context();
        QLearningOptions options = new() { BatchSize = Rows, Network = new() { Hidden = [8, 6], Inputs = inputs } };
        return new(context, options, new FixedWeighting(context.Tasks), balance: balance);
    }

    private static LearnerContext Context() => new()
    {
        Tasks = [Task("first", 1), Task("second", 0.5)], Copies = 1, TotalSteps = 100, Random = new RandomStreams(1), Networks = new EmbeddedBackend(),
    };

    private static TaskSpec Task(string name, double weight) => new()
    {
        Name = name,
        Weight = weight,
        Environment = new EnvironmentSpec { Id = EnvironmentId.Parse("Two"), ObservationSpace = BoxSpace.Uniform(-1, 1, 2), ActionSpace = new DiscreteSpace(2) },
    };

    private sealed class Constant(bool ofShared, double[] values) : TaskBalance(2)
    {
        public override bool IsOfSharedParameters => ofShared;

        public override void Weigh(ReadOnlySpan<float> losses, ReadOnlySpan<double> products, Span<double> weights) => values.CopyTo(weights);
    }
}
