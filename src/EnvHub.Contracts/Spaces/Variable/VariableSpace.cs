using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>A space whose values differ in size, so that they have neither elements nor a flattened form of one size.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class VariableSpace<T> : Space<T> where T : notnull
{
    private protected VariableSpace() { }

    /// <inheritdoc/>
    public sealed override ReadOnlySpan<int> Shape => [];

    /// <inheritdoc/>
    public sealed override bool IsFlattenable => false;

    /// <inheritdoc/>
    public sealed override int ElementSize => 0;

    /// <inheritdoc/>
    public sealed override int FlatSize => 0;

    /// <inheritdoc/>
    public sealed override T Sample(RandomGenerator random) => Draw(SpaceGenerators.Shared(random), mask: null);

    /// <summary>False: no elements stand for a value.</summary>
    public sealed override bool ContainsElements(ReadOnlySpan<float> elements) => false;

    /// <inheritdoc/>
    public sealed override void Write(T value, Span<float> elements) => throw ContractErrors.NotFlattenable(ToString());

    /// <inheritdoc/>
    public sealed override T Read(ReadOnlySpan<float> elements) => throw ContractErrors.NotFlattenable(ToString());

    /// <inheritdoc/>
    public sealed override void Flatten(T value, Span<float> flat) => throw ContractErrors.NotFlattenable(ToString());

    /// <inheritdoc/>
    public sealed override T Unflatten(ReadOnlySpan<float> flat) => throw ContractErrors.NotFlattenable(ToString());

    /// <inheritdoc/>
    public sealed override void SampleElements(RandomGenerator random, Span<float> elements) => throw ContractErrors.NotFlattenable(ToString());

    /// <inheritdoc/>
    public sealed override void FlattenElements(ReadOnlySpan<float> elements, Span<float> flat) => throw ContractErrors.NotFlattenable(ToString());
}
