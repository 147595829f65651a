using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.Networks.Tests;

public sealed class EmbeddedBackendTests
{
    private static readonly NetworkSpec CleanRl = new() { Heads = [new("CartPole-v1", 4, 2)], Hidden = [120, 84] };

    [Test]
    public void Segments_CleanRlNetwork_BeginAtCacheLines()
    {
        using var network = new EmbeddedBackend().Create(CleanRl, new RandomGenerator(1));
        Assert.That(network.Segments.Select(segment => (segment.Offset % 16, segment.Stride % 16)), Is.All.EqualTo((0, 0)));
        Assert.That(network.Segments.Sum(segment => segment.Rows * segment.Columns), Is.EqualTo(10_934), "weights and biases of 4-120-84-2");
    }

    [Test]
    public void Forward_RowByRow_GivesTheBitsOfTheBatch([Values] bool layerNorm)
    {
        const int Batch = 67;
        using var network = new EmbeddedBackend().Create(CleanRl with { LayerNorm = layerNorm }, new RandomGenerator(1));
        RandomGenerator random = new(2);
        float[] inputs = [.. Enumerable.Range(0, Batch * 4).Select(_ => (float)random.Uniform(-1, 1))], whole = new float[Batch * 2], single = new float[Batch * 2];
        network.Forward(0, inputs, whole);
        for (int row = 0; row < Batch; row++) network.Forward(0, inputs.AsSpan(row * 4, 4), single.AsSpan(row * 2, 2));
        Assert.That(single, Is.EqualTo(whole));
    }

    [TestCase(nameof(OptimizerOptions.Beta1), 1.0)]
    [TestCase(nameof(OptimizerOptions.Epsilon), 0.0)]
    [TestCase(nameof(OptimizerOptions.WeightDecay), -1.0)]
    public void CreateOptimizer_OptionOutsideItsRange_NamesIt(string name, double value)
    {
        OptimizerOptions options = name switch
        {
            nameof(OptimizerOptions.Beta1) => new() { Beta1 = value },
            nameof(OptimizerOptions.Epsilon) => new() { Epsilon = value },
            _ => new() { WeightDecay = value },
        };
        Assert.That(() => new EmbeddedBackend().CreateOptimizer(options, 3),
            Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo("EH1511").And.Message.Contains(name));
    }

    [Test]
    public void Create_TwoHeadsOfOneName_Throws() => Assert.That(
        () => new EmbeddedBackend().Create(CleanRl with { Heads = [new("task", 4, 2), new("task", 2, 3)] }, new RandomGenerator(1)),
        Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo("EH1151"));

    [Test]
    public void Forward_HeadOutside_Throws()
    {
        using var network = new EmbeddedBackend().Create(CleanRl, new RandomGenerator(1));
        Assert.That(() => network.Forward(1, new float[4], new float[2]),
            Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo("EH1505"));
    }
}
