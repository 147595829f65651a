using EnvHub.Networks;

namespace EnvHub.Learning.Tests;

/// <summary>Against hand computation: <c>y = w₂w₁x</c> at θ = (1, 2), and two tasks y = 3x and y = 0 seen at x = 1, loss <c>½(y - t)²</c>.
/// Gradients at θ: e·(w₂, w₁) with e = 2 - t, so (-2, -1) and (4, 2).</summary>
public class MetaParametersTests
{
    private const float Rate = 0.1f, Epsilon = 0.5f;
    private static readonly float[] Targets = [3, 0];
    private static readonly OptimizerOptions Descent = new() { Kind = OptimizerKind.Sgd };

    [Test]
    public void Apply_AdaptedOfOneTask_GoesEpsilonOfTheWay()
    {
        var (network, meta) = Start();
        meta.AddAdapted(HandMade.Backend.VectorOf(3, -2));
        meta.Apply(Epsilon);
        Assert.That(network.Parameters.ToArray(), Is.EqualTo(new[] { 2f, 0f }));
    }

    [Test]
    public void Apply_AdaptedOfTwoTasks_GoesEpsilonOfTheWayToTheirMean()
    {
        var (network, meta) = Start();
        // φ = θ - 0.1·g: (1.2, 2.1) and (0.6, 1.8); their mean is (0.9, 1.95).
        foreach (float target in Targets) meta.AddAdapted(Adapt(target, headAlone: false).Parameters);
        meta.Apply(Epsilon);
        Assert.That(network.Parameters.ToArray(), Is.EqualTo(new[] { 0.95f, 1.975f }).Within(1e-6));
    }

    [Test]
    public void Apply_OneTaskAfterTheOther_IsSerialReptile()
    {
        var (network, meta) = Start();
        foreach (float[] adapted in new float[][] { [3, 4], [0, 1] })
        {
            meta.AddAdapted(HandMade.Backend.VectorOf(adapted));
            meta.Apply(Epsilon);
        }
        // (1, 2) → (2, 3) → (1, 2).
        Assert.That(network.Parameters.ToArray(), Is.EqualTo(new[] { 1f, 2f }));
    }

    [Test]
    public void Apply_QueryGradients_IsFirstOrderMaml()
    {
        var (network, meta) = Start();
        foreach (float target in Targets) meta.AddGradient(QueryGradients(Adapt(target, headAlone: false), target));
        meta.Apply(Epsilon);
        // At (1.2, 2.1): e = -0.48, g = (-1.008, -0.576). At (0.6, 1.8): e = 1.08, g = (1.944, 0.648). Mean (0.468, 0.036).
        Assert.That(network.Parameters.ToArray(), Is.EqualTo(new[] { 0.766f, 1.982f }).Within(1e-6));
    }

    [Test]
    public void Apply_QueryGradientsAfterTheHeadAloneAdapted_IsAnil()
    {
        var (network, meta) = Start();
        foreach (float target in Targets) meta.AddGradient(QueryGradients(Adapt(target, headAlone: true), target));
        meta.Apply(Epsilon);
        // At (1, 2.1): e = -0.9, g = (-1.89, -0.9). At (1, 1.8): e = 1.8, g = (3.24, 1.8). Mean (0.675, 0.45).
        Assert.That(network.Parameters.ToArray(), Is.EqualTo(new[] { 0.6625f, 1.775f }).Within(1e-6));
    }

    [Test]
    public void Apply_NothingAdded_LeavesTheParameters()
    {
        var (network, meta) = Start();
        meta.Apply(Epsilon);
        Assert.That(network.Parameters.ToArray(), Is.EqualTo(new[] { 1f, 2f }));
    }

    [Test]
    public void Load_SavedBetweenTwoTasks_GoesOnWithTheSameBits()
    {
        var (network, meta) = Start(new OptimizerOptions());
        var (other, restored) = Start(new OptimizerOptions());
        meta.AddGradient(HandMade.Backend.VectorOf(1, -2));
        meta.Apply(Rate);
        meta.AddGradient(HandMade.Backend.VectorOf(0.5f, 3));
        var checkpoint = new InMemoryCheckpoint();
        meta.Save(checkpoint, "meta.");
        restored.Load(checkpoint, "meta.");
        foreach (var parameters in new[] { meta, restored })
        {
            parameters.AddGradient(HandMade.Backend.VectorOf(2, 2));
            parameters.Apply(Rate);
        }
        Assert.That(other.Parameters.ToArray(), Is.EqualTo(network.Parameters.ToArray()));
    }

    private static (INetwork Network, MetaParameters Parameters) Start(OptimizerOptions? options = null)
    {
        var network = new LinearNetwork(1, 2);
        return (network, new MetaParameters(new EmbeddedBackend(), options ?? Descent, network));
    }

    private static LinearNetwork Adapt(float target, bool headAlone)
    {
        var network = new LinearNetwork(1, 2);
        var optimizer = new GroupedOptimizer(new EmbeddedBackend(), Descent, ParameterGroups.Of(network, 1, layer => headAlone && layer == 0)) { IsFrozen = true };
        QueryGradients(network, target);
        optimizer.Step(network.Parameters, network.Gradients, Rate);
        return network;
    }

    private static ParameterVector QueryGradients(LinearNetwork network, float target)
    {
        var output = new float[1];
        network.Gradients.Clear();
        network.Forward(0, [1], output);
        network.Backward(0, [output[0] - target]);
        return network.Gradients;
    }
}
