using static System.FormattableString;

namespace EnvHub.Contracts;

/// <summary>A linear map with bias: <c>[n]</c> to <c>[units]</c>.</summary>
/// <param name="Units">Numbers that come out, at least 1.</param>
public sealed record LinearSpec(int Units) : LayerSpec
{
    private protected override string? Examine(TensorShape input, out TensorShape output)
    {
        output = TensorShape.Vector(Units);
        if (Units < 1) return Invariant($"a linear layer of {Units} units cannot be; it must have at least 1");
        return input.IsImage ? $"a linear layer needs numbers [n]; it gets the image {input}. Put a flatten layer before it" : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"linear, {Units} units");
}
