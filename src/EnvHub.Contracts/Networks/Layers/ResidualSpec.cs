namespace EnvHub.Contracts;

/// <summary>Layers whose result is added to what went in: <c>y = x + f(x)</c>. They must give the shape that they get.</summary>
/// <param name="Layers">f, at least one.</param>
/// <remarks>Source: He et al. (2016). An activation after the sum is a layer of its own.</remarks>
public sealed record ResidualSpec(IReadOnlyList<LayerSpec> Layers) : LayerSpec
{
    private protected override string? Examine(TensorShape input, out TensorShape output)
    {
        output = input;
        if (Layers.Count == 0) return "a residual block has no layers; give it at least one";
        var shape = input;
        for (int i = 0; i < Layers.Count; i++)
        {
            if (Layers[i].Refusal(shape, out var next) is { } refusal) return $"layer {i} of a residual block: {refusal}";
            shape = next;
        }
        return shape == input ? null : $"a residual block must give the shape that it gets; it makes {shape} of {input}";
    }

    /// <inheritdoc/>
    public bool Equals(ResidualSpec? other) => other is not null && Layers.SequenceEqual(other.Layers);

    /// <inheritdoc/>
    public override int GetHashCode() => Layers.Count;

    /// <inheritdoc/>
    public override string ToString() => "residual";
}
