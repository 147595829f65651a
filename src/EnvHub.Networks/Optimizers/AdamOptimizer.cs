using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>Adam and AdamW as PyTorch computes them.</summary>
internal sealed class AdamOptimizer(OptimizerOptions options, int parameterCount) : IOptimizer
{
    private readonly AlignedBuffer _first = new(parameterCount), _second = new(parameterCount);
    private long _steps;

    public void Step(ParameterVector parameters, ParameterVector gradients, float learningRate, float gradientScale = 1)
    {
        Span<float> weights = HostVector.SpanOf(parameters), slopes = HostVector.SpanOf(gradients);
        OptimizerChecks.CheckLengths(weights.Length, slopes.Length, parameterCount);
        _steps++;
        bool decouples = options.Kind == OptimizerKind.AdamW;
        OptimizerSteps.Adam(weights, slopes, _first.Span, _second.Span, new AdamStep
        {
            Beta1 = options.Beta1,
            Beta2 = options.Beta2,
            Epsilon = options.Epsilon,
            StepSize = learningRate / (1 - Math.Pow(options.Beta1, _steps)),
            RootCorrection = Math.Sqrt(1 - Math.Pow(options.Beta2, _steps)),
            GradientScale = gradientScale,
            WeightDecay = decouples ? 0 : options.WeightDecay,
            Decay = decouples ? 1 - learningRate * options.WeightDecay : 1,
        });
    }

    public void Reset()
    {
        _first.Span.Clear();
        _second.Span.Clear();
        _steps = 0;
    }

    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<long>(prefix + "steps", [_steps]);
        writer.Write<float>(prefix + "first_moment", _first.Span);
        writer.Write<float>(prefix + "second_moment", _second.Span);
    }

    public void Load(ICheckpointReader reader, string prefix)
    {
        CheckpointLayout.Require(reader, writer => Save(writer, prefix));
        Span<long> steps = stackalloc long[1];
        reader.Read(prefix + "steps", steps);
        reader.Read(prefix + "first_moment", _first.Span);
        reader.Read(prefix + "second_moment", _second.Span);
        _steps = steps[0];
    }
}
