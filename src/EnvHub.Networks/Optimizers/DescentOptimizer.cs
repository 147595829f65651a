using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>Gradient descent with momentum as PyTorch computes it.</summary>
internal sealed class DescentOptimizer(OptimizerOptions options, int parameterCount) : IOptimizer
{
    private readonly AlignedBuffer _velocity = new(parameterCount);

    public void Step(ParameterVector parameters, ParameterVector gradients, float learningRate, float gradientScale = 1)
    {
        Span<float> weights = HostVector.SpanOf(parameters), slopes = HostVector.SpanOf(gradients);
        OptimizerChecks.CheckLengths(weights.Length, slopes.Length, parameterCount);
        OptimizerSteps.Descend(weights, slopes, _velocity.Span, new DescentStep
        {
            LearningRate = learningRate,
            Momentum = options.Momentum,
            GradientScale = gradientScale,
            WeightDecay = options.WeightDecay,
        });
    }

    public void Reset() => _velocity.Span.Clear();

    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<float>(prefix + "velocity", _velocity.Span);
    }

    public void Load(ICheckpointReader reader, string prefix)
    {
        CheckpointLayout.Require(reader, writer => Save(writer, prefix));
        reader.Read(prefix + "velocity", _velocity.Span);
    }
}
