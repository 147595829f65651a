namespace EnvHub.Contracts;

/// <summary>Normalises n numbers, or the channels of each place of an image, to mean 0 and variance 1; then a gain and a shift per number.</summary>
/// <remarks>Source: Ba, Kiros and Hinton (2016); PyTorch's <c>LayerNorm</c> over the last axis, ε = 1e-5.</remarks>
public sealed record LayerNormSpec : LayerSpec
{
    private protected override string? Examine(TensorShape input, out TensorShape output)
    {
        output = input;
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => "layerNorm";
}
