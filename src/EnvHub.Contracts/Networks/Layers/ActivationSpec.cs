namespace EnvHub.Contracts;

/// <summary>A nonlinearity, number by number.</summary>
/// <param name="Kind">Which.</param>
public sealed record ActivationSpec(Activation Kind) : LayerSpec
{
    private protected override string? Examine(TensorShape input, out TensorShape output)
    {
        output = input;
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Kind == Activation.Relu ? "relu" : "tanh";
}
