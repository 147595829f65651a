namespace EnvHub.Contracts;

/// <summary>A named part of a network's flat parameter vector: a matrix of inputs x outputs, or a vector.</summary>
/// <param name="Name">PyTorch's manner: <c>encoder.CartPole-v1.weight</c>, <c>trunk.1.bias</c>, <c>head.CartPole-v1.weight</c>.</param>
/// <param name="Offset">Index of the first value.</param>
/// <param name="Rows">Inputs of a weight; 1 for a vector.</param>
/// <param name="Columns">Outputs.</param>
/// <param name="Stride">Values from one row to the next, at least <paramref name="Columns"/>; what lies between is always zero.</param>
public sealed record ParameterSegment(string Name, int Offset, int Rows, int Columns, int Stride)
{
    /// <summary>Values from <see cref="Offset"/> to the segment's end, gaps included.</summary>
    public int Length => Rows * Stride;

    /// <summary>Whether the segment is a weight matrix, which files hold transposed, as PyTorch does: <c>[Columns, Rows]</c>.</summary>
    public bool IsMatrix => Name.EndsWith(".weight", StringComparison.Ordinal) && !IsNormGain;

    // Only the trunk has norms; a head's or an encoder's name holds the task's, which may be any.
    private bool IsNormGain => Name.StartsWith("trunk.", StringComparison.Ordinal) && Name.EndsWith(".norm.weight", StringComparison.Ordinal);
}
