using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>PyTorch's default: linear weights and biases uniform in ±1/√inputs, LayerNorm's gain 1 and shift 0.</summary>
internal static class Initialization
{
    /// <summary>Draws in the order of the segments, a weight in PyTorch's order <c>[outputs, inputs]</c>.</summary>
    public static void Fill(IReadOnlyList<ParameterSegment> segments, Span<float> parameters, RandomGenerator random)
    {
        double bound = 0;
        foreach (var segment in segments)
        {
            bool isWeight = segment.Name.EndsWith(".weight", StringComparison.Ordinal);
            if (segment.Name.EndsWith(".norm.weight", StringComparison.Ordinal)) parameters.Slice(segment.Offset, segment.Columns).Fill(1);
            else if (!segment.Name.EndsWith(".norm.bias", StringComparison.Ordinal))
            {
                // A bias follows its weight and has the weight's bound.
                if (isWeight) bound = 1 / Math.Sqrt(segment.Rows);
                Draw(segment, parameters, bound, random);
            }
        }
    }

    private static void Draw(ParameterSegment segment, Span<float> parameters, double bound, RandomGenerator random)
    {
        for (int column = 0; column < segment.Columns; column++)
            for (int row = 0; row < segment.Rows; row++)
                parameters[segment.Offset + row * segment.Stride + column] = (float)random.Uniform(-bound, bound);
    }
}
