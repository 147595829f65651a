using EnvHub.Networks;

namespace EnvHub.Learning.Tests;

public class PopArtTests
{
    private static readonly NetworkSpec[] Specs =
    [
        Spec(InputSharing.EncoderPerTask), Spec(InputSharing.PaddedOneHot),
        Spec(InputSharing.EncoderPerTask) with { Layers = new() { Encoder = [new LinearSpec(5), new ActivationSpec(Activation.Tanh)], Trunk = [new LinearSpec(7)] } },
    ];

    // Whatever the targets, σQ + μ of both networks and of the other head stays as it was.
    [TestCaseSource(nameof(Specs))]
    public void Normalize_AnyTargets_KeepsOutputs(NetworkSpec spec)
    {
        using INetwork online = new EmbeddedBackend().Create(spec, new RandomGenerator(1)), target = new EmbeddedBackend().Create(spec, new RandomGenerator(2));
        var popArt = new PopArt(new() { Rate = 0.3 }, online, target);
        var random = new RandomGenerator(3);
        float[] observations = new float[4 * 3];
        foreach (ref float value in observations.AsSpan()) value = (float)random.Normal();
        double[][] before = [.. new[] { online, target }.SelectMany(network => new[] { 0, 1 }.Select(head => Outputs(popArt, network, head, observations)))];
        for (int round = 0; round < 40; round++)
        {
            float[] targets = [.. Enumerable.Range(0, 8).Select(_ => (float)random.Normal(100 * Math.Sin(round), 10 + 9 * Math.Cos(round)))];
            popArt.Normalize(round % 3 == 0 ? 0 : 1, targets);
        }
        double[][] after = [.. new[] { online, target }.SelectMany(network => new[] { 0, 1 }.Select(head => Outputs(popArt, network, head, observations)))];
        // Relative to the size of the targets, up to 300, at which the bits of single precision end.
        for (int i = 0; i < before.Length; i++) Assert.That(after[i], Is.EqualTo(before[i]).Within(1e-5 * 300));
    }

    // At a scale that single precision holds easily: to 1e-5 as it stands.
    [TestCaseSource(nameof(Specs))]
    public void Normalize_TargetsNearOne_KeepsOutputsToTheFifthPlace(NetworkSpec spec)
    {
        using var network = new EmbeddedBackend().Create(spec, new RandomGenerator(1));
        var popArt = new PopArt(new() { Rate = 0.1 }, network);
        float[] observations = [0.5f, -1, 2];
        double[] before = Outputs(popArt, network, 0, observations);
        popArt.Normalize(0, [1.5f, 3, -0.5f]);
        Assert.That(popArt.DeviationOf(0), Is.EqualTo(Deviation([1.5, 3, -0.5])).Within(1e-12));
        Assert.That(Outputs(popArt, network, 0, observations), Is.EqualTo(before).Within(1e-5));
    }

    // Weights of an exponential average whose first value counts in full, written out.
    [Test]
    public void Normalize_Batches_CountByTheirAge()
    {
        const double Rate = 0.2;
        using var network = new EmbeddedBackend().Create(Specs[0], new RandomGenerator(1));
        var popArt = new PopArt(new() { Rate = Rate }, network);
        double[][] batches = [[1, 2], [10, -4], [3, 3], [0, 7]];
        float[] last = [];
        foreach (double[] batch in batches) popArt.Normalize(1, last = [.. batch.Select(value => (float)value)]);
        double[] weights = [.. batches.Select((_, age) => Math.Pow(1 - Rate, batches.Length - 1 - age))];
        double mean = batches.Select((batch, i) => weights[i] * batch.Average()).Sum() / weights.Sum();
        double square = batches.Select((batch, i) => weights[i] * batch.Average(value => value * value)).Sum() / weights.Sum();
        double deviation = Math.Sqrt(square - mean * mean);
        Assert.That((popArt.MeanOf(1), popArt.DeviationOf(1)), Is.EqualTo((mean, deviation)).Using<double>((a, b) => Math.Abs(a - b) < 1e-12));
        Assert.That(last, Is.EqualTo(new[] { (0 - mean) / deviation, (7 - mean) / deviation }).Within(1e-6));
        Assert.That((popArt.MeanOf(0), popArt.DeviationOf(0)), Is.EqualTo((0.0, 1.0)));
    }

    // The loss that a trainer reports: of (Q - y) / σ, Q and y as they would be without PopArt.
    [Test]
    public void AddTask_TargetsOfABatch_AreThoseOfTheUnnormalisedNetwork()
    {
        float[] observations = [0.1f, -0.3f, 1.2f, 2f, -1f, 0.7f, 0.4f, 0.9f, -0.2f], next = [1f, 0.2f, 0.3f, -0.7f, 0.5f, 1.1f, 0.6f, -0.4f, 0.8f];
        float[] rewards = [500, -300, 120], discounts = [0.9f, 0, 0.5f];
        int[] actions = [1, 0, 1];
        var batch = new ReplayBatch(3, 3);
        observations.CopyTo(batch.Observations);
        next.CopyTo(batch.NextObservations);
        rewards.CopyTo(batch.Rewards);
        discounts.CopyTo(batch.Discounts);
        actions.CopyTo(batch.Actions);
        var task = new TaskSpec { Name = "t", Environment = new() { Id = EnvironmentId.Parse("T-v0"), ObservationSpace = BoxSpace.Uniform(-5, 5, 3), ActionSpace = new DiscreteSpace(2) } };
        var options = new QLearningOptions { BatchSize = 3, HuberDelta = 1e6, MaxGradientNorm = null };
        using var trainer = new QNetworkTrainer(Distilled.Context(task, copies: 1), options, new FixedWeighting([task]), popArt: new() { Rate = 0.01 });
        for (int update = 0; update < 5; update++)
        {
            // What the state says of μ and σ: the unit in which the outputs stand.
            (double mean, double deviation) = Statistics(trainer);
            float[] q = new float[6], qNext = new float[6];
            trainer.Online.Forward(0, next, qNext);
            trainer.Online.Forward(0, observations, q);
            trainer.Begin();
            float loss = trainer.AddTask(0, batch);
            (_, double newDeviation) = Statistics(trainer);
            double expected = 0;
            for (int i = 0; i < 3; i++)
            {
                double value = deviation * q[2 * i + actions[i]] + mean;
                double best = deviation * Math.Max(qNext[2 * i], qNext[2 * i + 1]) + mean;
                double error = (value - rewards[i] - discounts[i] * best) / newDeviation;
                expected += 0.5 * error * error / 3;
            }
            Assert.That(loss, Is.EqualTo(expected).Within(1e-4 * (1 + expected)));
            trainer.Apply(0.01f);
            trainer.SynchronizeTarget();
        }
    }

    [Test]
    public void Normalize_NotFinite_ChangesNothing()
    {
        using var network = new EmbeddedBackend().Create(Specs[0], new RandomGenerator(1));
        float[] before = network.Parameters.ToArray();
        new PopArt(new(), network).Normalize(0, [1, float.NaN]);
        Assert.That(network.Parameters.ToArray(), Is.EqualTo(before));
    }

    [Test]
    public void Normalize_EqualTargets_StaysFinite()
    {
        using var network = new EmbeddedBackend().Create(Specs[0], new RandomGenerator(1));
        var popArt = new PopArt(new(), network);
        for (int i = 0; i < 100; i++) popArt.Normalize(0, [1e30f, 1e30f]);
        for (int i = 0; i < 100; i++) popArt.Normalize(0, [0, 0]);
        Assert.That(network.Parameters.ToArray(), Has.All.Matches<float>(float.IsFinite));
    }

    private static (double Mean, double Deviation) Statistics(QNetworkTrainer trainer)
    {
        var checkpoint = new InMemoryCheckpoint();
        trainer.Save(checkpoint);
        double[] saved = new double[3];
        checkpoint.Read<double>("popart", saved);
        return (saved[1], Math.Sqrt(saved[2] - saved[1] * saved[1]));
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double[] Outputs(PopArt popArt, INetwork network, int head, float[] observations)
    {
        int rows = observations.Length / 3;
        float[] values = new float[rows * network.Spec.Heads[head].OutputSize];
        network.Forward(head, observations, values);
        return [.. values.Select(value => popArt.DeviationOf(head) * value + popArt.MeanOf(head))];
    }

    private static NetworkSpec Spec(InputSharing inputs) => new()
    {
        Heads = [new("a", 3, 2), new("b", 3, 4)], Hidden = [6], Activation = Activation.Relu, LayerNorm = true, Inputs = inputs,
    };
}
