using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.Networks.Tests;

public sealed class AllocationTests
{
    [Test]
    public void Update_AfterWarmUp_AllocatesNothing([Values] bool layerNorm, [Values] Activation activation, [Values] OptimizerKind kind)
    {
        NetworkSpec spec = new()
        {
            Heads = [new("first", 4, 2), new("second", 6, 3)], Hidden = [24, 20], LayerNorm = layerNorm, Activation = activation, Inputs = InputSharing.PaddedOneHot,
        };
        EmbeddedBackend backend = new();
        using var network = backend.Create(spec, new RandomGenerator(1));
        var optimizer = backend.CreateOptimizer(new OptimizerOptions { Kind = kind, Momentum = 0.5, Centered = true }, network.Parameters.Length);
        float[] inputs = new float[32 * 6], outputs = new float[32 * 3];
        Update(network, optimizer, inputs, outputs);
        Assert.That(AllocationMeter.Measure(() =>
        {
            for (int i = 0; i < 10; i++) Update(network, optimizer, inputs, outputs);
        }), Is.Zero);
    }

    [Test]
    public void Update_LayerByLayer_AllocatesNothingAfterWarmUp()
    {
        ActivationSpec relu = new(Activation.Relu);
        NetworkSpec spec = new()
        {
            Heads = [new("first", TensorShape.Image(7, 6, 3), 2), new("second", TensorShape.Image(7, 6, 3), 3)],
            Layers = new()
            {
                Encoder = [new ConvolutionSpec(8, 3, 2, 1), relu, new ResidualSpec([new ConvolutionSpec(8, 3, 1, 1), new LayerNormSpec(), relu]), new FlattenSpec()],
                Trunk = [new LinearSpec(12), new ActivationSpec(Activation.Tanh)],
            },
        };
        EmbeddedBackend backend = new();
        using var network = backend.Create(spec, new RandomGenerator(1));
        var optimizer = backend.CreateOptimizer(new OptimizerOptions(), network.Parameters.Length);
        float[] inputs = new float[32 * spec.Heads[0].InputSize], outputs = new float[32 * 3];
        Update(network, optimizer, inputs, outputs);
        Assert.That(AllocationMeter.Measure(() =>
        {
            for (int i = 0; i < 10; i++) Update(network, optimizer, inputs, outputs);
        }), Is.Zero);
    }

    private static void Update(INetwork network, IOptimizer optimizer, float[] inputs, float[] outputs)
    {
        for (int head = 0; head < 2; head++)
            for (int batch = 32; batch > 0; batch -= 31)
            {
                var spec = network.Spec.Heads[head];
                network.Forward(head, inputs.AsSpan(0, batch * spec.InputSize), outputs.AsSpan(0, batch * spec.OutputSize));
                network.Backward(head, outputs.AsSpan(0, batch * spec.OutputSize));
            }
        optimizer.Step(network.Parameters, network.Gradients, 0.01f);
    }
}
