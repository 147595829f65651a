using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <summary>What every network backend promises. Inherit it, say how the backend is made, and the tests come along.</summary>
[TestFixture]
public abstract partial class NetworkContract
{
    /// <summary>Single precision against double, with sums of a few dozen terms of about 1.</summary>
    private const double Tolerance = 2e-5;

    private const ulong Seed = 11;

    /// <summary>Makes the backend under test.</summary>
    protected abstract INetworkBackend CreateBackend();

    /// <summary>Every combination of the options, with sizes on both sides of a vector's width, and every kind of layer.</summary>
    public static IEnumerable<TestCaseData> Specs() => Perceptrons().Concat(LayerLists());

    private static IEnumerable<TestCaseData> Perceptrons()
    {
        foreach (bool layerNorm in new[] { false, true })
            foreach (var activation in Enum.GetValues<Activation>())
            {
                string ending = $"{activation}{(layerNorm ? ", LayerNorm" : "")}";
                NetworkSpec one = new()
                {
                    Heads = [new("solo", 4, 2)], Hidden = [20, 9], Activation = activation, LayerNorm = layerNorm,
                };
                yield return new TestCaseData(one).SetArgDisplayNames($"one head, {ending}");
                foreach (var sharing in (InputSharing[])[InputSharing.EncoderPerTask, InputSharing.PaddedOneHot])
                    yield return new TestCaseData(one with { Heads = [new("small", 2, 3), new("large", 5, 1), new("wide", 3, 18)], Inputs = sharing })
                        .SetArgDisplayNames($"{sharing}, {ending}");
            }
    }

    [TestCaseSource(nameof(Specs))]
    public void Segments_AnySpec_FollowEachOtherAndCoverTheParameters(NetworkSpec spec)
    {
        using var network = Create(spec);
        int next = 0;
        foreach (var segment in network.Segments)
        {
            Assert.That((segment.Offset, segment.Stride >= segment.Columns), Is.EqualTo((next, true)), segment.Name);
            next += segment.Length;
        }
        using var other = network.CreateVector();
        Assert.That((network.Parameters.Length, network.Gradients.Length, other.Length), Is.EqualTo((next, next, next)));
    }

    [TestCaseSource(nameof(Specs))]
    public void Segments_AnySpec_HaveTheNamesAndSizesOfTheSpec(NetworkSpec spec)
    {
        using var network = Create(spec);
        Assert.That(network.Segments.Select(segment => $"{segment.Name} {string.Join("x", segment.Shape)}"), Is.EqualTo(ExpectedSegments(spec)));
        Assert.That(network.Segments.Select(segment => segment.Count), Is.EqualTo(network.Segments.Select(segment => segment.Shape.Aggregate((a, b) => a * b))));
    }

    [TestCaseSource(nameof(Specs))]
    public void Create_AnySpec_DrawsPyTorchsDefaultAndLeavesGapsZero(NetworkSpec spec)
    {
        using var network = Create(spec);
        var expected = ExpectedInitialization(network, new RandomGenerator(Seed));
        Assert.That(network.InFileOrder(network.Parameters), Is.EqualTo(expected));
        Assert.That(network.Parameters.SumOfSquares(), Is.EqualTo(expected.Sum(value => (double)value * value)).Within(1e-5).Percent);
    }

    [Test]
    public void Create_OtherSeed_DrawsOtherWeights()
    {
        using INetwork first = Create(OneHead), second = CreateBackend().Create(OneHead, new RandomGenerator(Seed + 1));
        Assert.That(first.Parameters.ToArray(), Is.Not.EqualTo(second.Parameters.ToArray()));
    }

    [TestCaseSource(nameof(Specs))]
    public void Forward_AnyHeadAndBatch_MatchesTheReference(NetworkSpec spec)
    {
        using var network = Perturbed(spec);
        ReferenceNetwork reference = new(network);
        foreach (int batch in new[] { 3, 1, 19 })
            for (int head = 0; head < spec.Heads.Count; head++)
            {
                float[] inputs = Draw(batch * spec.Heads[head].InputSize, Seed + (ulong)head);
                Assert.That(Outputs(network, head, inputs), Is.EqualTo(reference.Forward(head, inputs)).Within(Tolerance), $"head {head}, batch {batch}");
            }
    }

    [Test]
    public void Forward_SameCallTwice_GivesTheSameBits()
    {
        using INetwork first = Perturbed(OneHead), second = Perturbed(OneHead);
        float[] inputs = Draw(7 * OneHead.Heads[0].InputSize, Seed);
        Assert.That(Outputs(second, 0, inputs), Is.EqualTo(Outputs(first, 0, inputs)));
    }

    [Test]
    public void Forward_NotAWholeBatch_Throws()
    {
        using var network = Create(OneHead);
        Assert.That(() => network.Forward(0, new float[5], new float[2]), Throws.InstanceOf<HubException>());
        Assert.That(() => network.Forward(0, new float[8], new float[2]), Throws.InstanceOf<HubException>());
    }

    [TestCaseSource(nameof(FaultySpecs))]
    public void Create_FaultySpec_Throws(NetworkSpec spec) =>
        Assert.That(() => Create(spec), Throws.InstanceOf<HubException>());

    /// <summary>Each lacks something.</summary>
    public static IEnumerable<TestCaseData> FaultySpecs()
    {
        yield return new TestCaseData(OneHead with { Heads = [] }).SetArgDisplayNames("no head");
        yield return new TestCaseData(OneHead with { Hidden = [] }).SetArgDisplayNames("no hidden layer");
        yield return new TestCaseData(OneHead with { Hidden = [8, 0] }).SetArgDisplayNames("an empty layer");
        yield return new TestCaseData(OneHead with { Heads = [new("solo", 0, 2)] }).SetArgDisplayNames("no input");
        yield return new TestCaseData(OneHead with { Heads = [new("solo", 4, 0)] }).SetArgDisplayNames("no output");
        yield return new TestCaseData(OneHead with { Inputs = InputSharing.EncoderPerShape }).SetArgDisplayNames("an encoder per shape for hidden layers");
        yield return new TestCaseData(OneHead with { Layers = new() { Trunk = [new ConvolutionSpec(4, 3), new FlattenSpec()] } }).SetArgDisplayNames("a convolution of numbers");
        yield return new TestCaseData(OneHead with { Layers = new() { Trunk = [new ResidualSpec([new LinearSpec(5)])] } }).SetArgDisplayNames("a residual block of another shape");
    }

    private static NetworkSpec OneHead { get; } = new() { Heads = [new("solo", 4, 2)], Hidden = [20, 9] };

    private INetwork Create(NetworkSpec spec) => CreateBackend().Create(spec, new RandomGenerator(Seed));

    private static float[] Outputs(INetwork network, int head, float[] inputs)
    {
        var spec = network.Spec.Heads[head];
        float[] outputs = new float[inputs.Length / spec.InputSize * spec.OutputSize];
        network.Forward(head, inputs, outputs);
        return outputs;
    }

    private static float[] Draw(int count, ulong seed)
    {
        RandomGenerator random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.Uniform(-2, 2))];
    }
}
