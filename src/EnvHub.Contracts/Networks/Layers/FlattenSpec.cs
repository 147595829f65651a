namespace EnvHub.Contracts;

/// <summary>Makes an image numbers, <c>[H, W, C]</c> to <c>[H·W·C]</c>, in that order: row by row, place by place, the channels of a place together.</summary>
/// <remarks>Differs: PyTorch, whose images have their channels first, flattens channel by channel.</remarks>
public sealed record FlattenSpec : LayerSpec
{
    private protected override string? Examine(TensorShape input, out TensorShape output)
    {
        output = TensorShape.Vector(input.Size);
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => "flatten";
}
