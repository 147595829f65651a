using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>Gradient descent with momentum as PyTorch computes it.</summary>
internal sealed class DescentOptimizer(OptimizerOptions options, int parameterCount) : IOptimizer
{
    private readonly AlignedBuffer _velocity = new(parameterCount);

    public void Step(Span<float> parameters, ReadOnlySpan<float> gradients, float learningRate, float gradientScale = 1)
    {
        OptimizerChecks.CheckLengths(parameters.Length, gradients.Length, parameterCount);
        OptimizerSteps.Descend(parameters, gradients, _velocity.Span, new DescentStep
        {
            LearningRate = learningRate,
            Momentum = options.Momentum,
            GradientScale = gradientScale,
            WeightDecay = options.WeightDecay,
        });
    }

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
