using EnvHub.Networks;
using EnvHub.Numerics;

namespace EnvHub.Plugins.TorchSharp.Engine;

/// <summary>Two engines that share no code: the same spec and the same draws give the same numbers.</summary>
public sealed class EqualityTests
{
    /// <summary>Of the largest value: each number is a sum in single precision, in another order.</summary>
    private const double Relative = 1e-5;

    private static IEnumerable<TestCaseData> Specs() => NetworkContract.Specs().Append(Nature);

    private static TestCaseData Nature => new TestCaseData(new NetworkSpec
    {
        Heads = [new("pixels", TensorShape.Image(84, 84, 4), 6)],
        Layers = new()
        {
            Encoder = [new ConvolutionSpec(32, 8, 4), new ActivationSpec(Activation.Relu), new ConvolutionSpec(64, 4, 2), new ActivationSpec(Activation.Relu),
                new ConvolutionSpec(64, 3), new ActivationSpec(Activation.Relu), new FlattenSpec()],
            Trunk = [new LinearSpec(512), new ActivationSpec(Activation.Relu)],
        },
    }).SetArgDisplayNames("Nature");

    [TestCaseSource(nameof(Specs))]
    public void OutputsAndGradients_SameDraws_EqualTheEmbeddedEngines(NetworkSpec spec)
    {
        using INetwork own = Engine.Cpu.Create(spec, new RandomGenerator(3)), embedded = new EmbeddedBackend().Create(spec, new RandomGenerator(3));
        AssertClose(own.InFileOrder(own.Parameters), embedded.InFileOrder(embedded.Parameters), 0, "weights");
        for (int head = 0; head < spec.Heads.Count; head++)
        {
            const int Batch = 5;
            float[] inputs = Engine.Draw(Batch * spec.Heads[head].InputSize, 7), slopes = Engine.Draw(Batch * spec.Heads[head].OutputSize, 8);
            AssertClose(Pass(own, head, inputs, slopes), Pass(embedded, head, inputs, slopes), Relative, $"outputs of head {head}");
            foreach (var segment in own.Segments)
                AssertClose(Gradients(own, segment.Name), Gradients(embedded, segment.Name), Relative, $"gradient of {segment.Name}, head {head}");
        }
    }

    [TestCaseSource(nameof(Specs))]
    public void Segments_SameSpec_HaveTheEmbeddedEnginesNamesAndShapes(NetworkSpec spec)
    {
        using INetwork own = Engine.Cpu.Create(spec, new RandomGenerator(3)), embedded = new EmbeddedBackend().Create(spec, new RandomGenerator(3));
        Assert.That(own.Segments.Select(Written), Is.EqualTo(embedded.Segments.Select(Written)));

        static string Written(ParameterSegment segment) => $"{segment.Name} {string.Join("x", segment.Shape)}";
    }

    private static float[] Pass(INetwork network, int head, float[] inputs, float[] slopes)
    {
        var outputs = new float[slopes.Length];
        network.Gradients.Clear();
        network.Forward(head, inputs, outputs);
        network.Backward(head, slopes);
        return outputs;
    }

    private static float[] Gradients(INetwork network, string name)
    {
        var segment = network.Segments.Single(segment => segment.Name == name);
        var values = new float[segment.Count];
        network.Export(network.Gradients, segment, values);
        return values;
    }

    private static void AssertClose(float[] found, float[] expected, double relative, string what) =>
        Assert.That(found, Is.EqualTo(expected).Within(relative * Math.Max(expected.Max(Math.Abs), 1e-30)), what);
}
