namespace EnvHub.Contracts;

/// <summary>A named part of a network's flat parameter vector: a matrix of inputs x outputs, or a vector.</summary>
/// <param name="Name">PyTorch's manner: <c>encoder.CartPole-v1.weight</c>, <c>trunk.1.bias</c>, <c>head.CartPole-v1.weight</c>.</param>
/// <param name="Offset">Index of the first value.</param>
/// <param name="Rows">Inputs of a weight, those of a whole kernel where it is a convolution's; 1 for a vector.</param>
/// <param name="Columns">Outputs.</param>
/// <param name="Stride">Values from one row to the next, at least <paramref name="Columns"/>; what lies between is always zero.</param>
/// <remarks>Rows, columns and stride tell the layout that the engine chose; <see cref="INetwork.Export"/> and <see cref="INetwork.Import"/> translate it to the
/// order of files, which is the same for every engine.</remarks>
public sealed record ParameterSegment(string Name, int Offset, int Rows, int Columns, int Stride)
{
    /// <summary>Values from <see cref="Offset"/> to the segment's end, gaps included.</summary>
    public int Length => Rows * Stride;

    /// <summary>Values without gaps: those of a file.</summary>
    public int Count => Rows * Columns;

    /// <summary>The shape in files, PyTorch's: <c>[outputs, inputs]</c> of a linear weight, <c>[filters, channels, height, width]</c> of a convolution's,
    /// <c>[n]</c> of a vector.</summary>
    public IReadOnlyList<int> Shape
    {
        get => field ?? (IsLinearWeight ? [Columns, Rows] : [Columns]);
        init;
    }

    /// <summary>Whether the segment is a weight of a linear map or of a convolution; else a bias, or a normalisation's gain or shift.</summary>
    public bool IsMatrix => Shape.Count > 1;

    private bool IsLinearWeight => Name.EndsWith(".weight", StringComparison.Ordinal) && !IsNormGain;

    // Only the trunk has norms; a head's or an encoder's name holds the task's, which may be any.
    private bool IsNormGain => Name.StartsWith("trunk.", StringComparison.Ordinal) && Name.EndsWith(".norm.weight", StringComparison.Ordinal);

    /// <inheritdoc/>
    public bool Equals(ParameterSegment? other) => other is not null && (Name, Offset, Rows, Columns, Stride) == (other.Name, other.Offset, other.Rows, other.Columns, other.Stride)
        && Shape.SequenceEqual(other.Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Offset, Rows, Columns, Stride);
}
