namespace EnvHub.Contracts;

/// <summary>One layer of a network, as a spec names it: what it does to a shape. Weights, kernels and gradients are the engine's.</summary>
public abstract record LayerSpec
{
    // What a layer may be is decided here, so that every engine can know them all.
    private protected LayerSpec() { }

    /// <summary>The shape that comes out, or why <paramref name="input"/> cannot go in.</summary>
    /// <param name="output">The result; meaningless where there is a refusal.</param>
    /// <returns>Why it cannot, in a few words; null if it can.</returns>
    public string? Refusal(TensorShape input, out TensorShape output) =>
        Examine(input, out output) ?? (output.Fits ? null : $"{this} makes {output} of {input}, more numbers than an array holds");

    /// <inheritdoc cref="Refusal"/>
    private protected abstract string? Examine(TensorShape input, out TensorShape output);
}
