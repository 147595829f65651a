using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <content>Networks that are given layer by layer: every kind of layer, alone and beside others.</content>
public abstract partial class NetworkContract
{
    private static readonly ActivationSpec Relu = new(Activation.Relu), Tanh = new(Activation.Tanh);

    private static IEnumerable<TestCaseData> LayerLists()
    {
        yield return Images("convolution", TensorShape.Image(6, 5, 3), new ConvolutionSpec(7, 3), new FlattenSpec());
        yield return Images("convolutions, stride and padding", TensorShape.Image(9, 8, 2),
            new ConvolutionSpec(16, 3, Stride: 2, Padding: 1), Relu, new ConvolutionSpec(5, 2, Padding: 1), Tanh, new FlattenSpec(), new LinearSpec(3), Relu);
        yield return Images("a kernel as large as the image", TensorShape.Image(4, 4, 1), new ConvolutionSpec(18, 4), Relu, new FlattenSpec());
        yield return Images("LayerNorm over channels", TensorShape.Image(3, 3, 4), new ConvolutionSpec(20, 2), new LayerNormSpec(), Relu, new FlattenSpec(), new LayerNormSpec());
        yield return Images("residual convolution", TensorShape.Image(4, 3, 5),
            new ResidualSpec([Relu, new ConvolutionSpec(5, 3, Padding: 1), Relu, new ConvolutionSpec(5, 1)]), Tanh, new FlattenSpec());
        yield return Images("flattened at once", TensorShape.Image(3, 2, 3), new FlattenSpec(), new LinearSpec(9), Tanh);
        yield return List("residual", new()
        {
            Heads = [new("solo", 4, 2)],
            Layers = new() { Trunk = [new LinearSpec(18), new ResidualSpec([new LayerNormSpec(), new LinearSpec(10), Relu, new LinearSpec(18)]), Relu, Relu, Tanh] },
        });
        yield return List("encoders and several outputs", new()
        {
            Heads = [new("actor", TensorShape.Vector(3), [new("mean", 2), new("value", 1)]), new("wide", 5, 17)],
            Layers = new() { Encoder = [new LinearSpec(8), Tanh], Trunk = [new LinearSpec(11), Relu] },
        });
        yield return List("an encoder per shape", new()
        {
            Heads = [new("small", TensorShape.Image(4, 4, 2), 3), new("twin", TensorShape.Image(4, 4, 2), 2), new("large", TensorShape.Image(3, 4, 1), 1)],
            Inputs = InputSharing.EncoderPerShape,
            Layers = new() { Encoder = [new ConvolutionSpec(4, 3, Padding: 1), Tanh, new FlattenSpec(), new LinearSpec(6)], Trunk = [Relu, new LinearSpec(5), Tanh] },
        });
        yield return List("images of encoders meet in a convolution", new()
        {
            Heads = [new("a", TensorShape.Image(4, 4, 2), 3), new("b", TensorShape.Image(4, 4, 3), 2)],
            Layers = new() { Encoder = [new ConvolutionSpec(16, 1)], Trunk = [new FlattenSpec(), new LinearSpec(6)] },
        });
        yield return List("heads on observations", new() { Heads = [new("solo", 4, 2)], Layers = new() });
    }

    private static TestCaseData Images(string name, TensorShape input, params IReadOnlyList<LayerSpec> trunk) =>
        List(name, new() { Heads = [new("solo", input, 3)], Layers = new() { Trunk = trunk } });

    private static TestCaseData List(string name, NetworkSpec spec) => new TestCaseData(spec).SetArgDisplayNames(name);
}
