using System.Text.Json;
using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>A backend beside PyTorch: outputs, gradients and optimisers' steps that PyTorch computed. Inherit it and say how the backend is made.</summary>
[TestFixture]
public abstract class PyTorchContract
{
    /// <summary>Both sides compute in single precision and add in different orders.</summary>
    private const double Tolerance = 3e-6;

    /// <summary>The first steps of Adam and RMSProp divide a gradient by its own size: where it is near zero, rounding becomes movement.</summary>
    private const double StepTolerance = 2e-5;

    /// <summary>Makes the backend under test.</summary>
    protected abstract INetworkBackend CreateBackend();

    [Test]
    public void Forward_RecordedWeights_GivesPyTorchsOutputs([Range(0, 3)] int index)
    {
        var item = PyTorchFixture.Cases[index];
        using var network = PyTorchFixture.Create(item, CreateBackend());
        Assert.That(Forward(network, item), Is.EqualTo(PyTorchFixture.Floats(item, "outputs")).Within(Tolerance));
    }

    [Test]
    public void Backward_RecordedWeights_GivesPyTorchsGradients([Range(0, 3)] int index)
    {
        var item = PyTorchFixture.Cases[index];
        using var network = PyTorchFixture.Create(item, CreateBackend());
        Forward(network, item);
        network.Backward(0, PyTorchFixture.Floats(item, "outputGradients"));
        PyTorchFixture.AssertEqual(network, network.Gradients, item.GetProperty("gradients"), Tolerance);
    }

    [Test]
    public void Step_SeveralUpdates_GivesPyTorchsParameters([Range(0, 3)] int index, [Range(0, 8)] int rule)
    {
        var item = PyTorchFixture.Cases[index];
        var recorded = item.GetProperty("optimizers")[rule];
        using var network = PyTorchFixture.Create(item, CreateBackend());
        var optimizer = CreateBackend().CreateOptimizer(Options(recorded), network.Parameters.Length);
        for (int step = 0; step < recorded.GetProperty("steps").GetInt32(); step++)
        {
            network.Gradients.Clear();
            Forward(network, item);
            network.Backward(0, PyTorchFixture.Floats(item, "outputGradients"));
            optimizer.Step(network.Parameters, network.Gradients, recorded.GetProperty("lr").GetSingle(), ClipScale(network, recorded));
        }
        PyTorchFixture.AssertEqual(network, network.Parameters, recorded.GetProperty("parameters"), StepTolerance);
    }

    [Test]
    public void Convolutions_RecordedWeights_GivePyTorchsOutputsAndGradients([Range(0, 5)] int index)
    {
        var item = PyTorchFixture.Convolutions[index];
        using var network = PyTorchFixture.CreateConvolutions(item, CreateBackend());
        float[] expected = PyTorchFixture.Floats(item, "outputs"), outputs = new float[expected.Length];
        network.Gradients.Clear();
        network.Forward(0, PyTorchFixture.Floats(item, "inputs"), outputs);
        Assert.That(outputs, Is.EqualTo(expected).Within(Tolerance));
        network.Backward(0, PyTorchFixture.Floats(item, "outputGradients"));
        PyTorchFixture.AssertEqual(network, network.Gradients, item.GetProperty("gradients"), Tolerance);
    }

    private static float[] Forward(INetwork network, JsonElement item)
    {
        float[] inputs = PyTorchFixture.Floats(item, "inputs"), outputs = new float[inputs.Length / 3 * 2];
        network.Forward(0, inputs, outputs);
        return outputs;
    }

    // clip_grad_norm_: scale by limit/(norm + 1e-6) where that is below 1.
    private static float ClipScale(INetwork network, JsonElement recorded) =>
        !recorded.TryGetProperty("clip", out var clip) ? 1
            : (float)Math.Min(1, clip.GetDouble() / (network.Gradients.Norm + 1e-6));

    private static OptimizerOptions Options(JsonElement recorded)
    {
        double Number(string name, double otherwise) => recorded.TryGetProperty(name, out var value) ? value.GetDouble() : otherwise;
        return new()
        {
            Kind = Enum.Parse<OptimizerKind>(recorded.GetProperty("kind").GetString()!),
            Beta1 = Number("beta1", 0.9), Beta2 = Number("beta2", 0.999), Epsilon = Number("epsilon", 1e-8), Alpha = Number("alpha", 0.99),
            WeightDecay = Number("weightDecay", 0), Momentum = Number("momentum", 0), Centered = recorded.TryGetProperty("centered", out _),
        };
    }
}
