using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>RMSProp as PyTorch computes it.</summary>
internal sealed class RmsPropOptimizer(OptimizerOptions options, int parameterCount) : IOptimizer
{
    private readonly AlignedBuffer _squares = new(parameterCount);
    private readonly AlignedBuffer _means = new(options.Centered ? parameterCount : 0);
    private readonly AlignedBuffer _velocity = new(options.Momentum > 0 ? parameterCount : 0);

    public void Step(ParameterVector parameters, ParameterVector gradients, float learningRate, float gradientScale = 1)
    {
        Span<float> weights = HostVector.SpanOf(parameters), slopes = HostVector.SpanOf(gradients);
        OptimizerChecks.CheckLengths(weights.Length, slopes.Length, parameterCount);
        RmsPropState state = new() { Squares = _squares.Span, Means = _means.Span, Velocity = _velocity.Span };
        OptimizerSteps.RmsProp(weights, slopes, state, new RmsPropStep
        {
            Alpha = options.Alpha,
            Epsilon = options.Epsilon,
            LearningRate = learningRate,
            Momentum = options.Momentum,
            GradientScale = gradientScale,
            WeightDecay = options.WeightDecay,
        });
    }

    public void Reset()
    {
        _squares.Span.Clear();
        _means.Span.Clear();
        _velocity.Span.Clear();
    }

    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<float>(prefix + "square_mean", _squares.Span);
        if (_means.Length > 0) writer.Write<float>(prefix + "mean", _means.Span);
        if (_velocity.Length > 0) writer.Write<float>(prefix + "velocity", _velocity.Span);
    }

    public void Load(ICheckpointReader reader, string prefix)
    {
        CheckpointLayout.Require(reader, writer => Save(writer, prefix));
        reader.Read(prefix + "square_mean", _squares.Span);
        if (_means.Length > 0) reader.Read(prefix + "mean", _means.Span);
        if (_velocity.Length > 0) reader.Read(prefix + "velocity", _velocity.Span);
    }
}
