using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>A space whose values are of type <typeparamref name="T"/>: what an author of an environment works with.</summary>
public abstract class Space<T> : Space where T : notnull
{
    private protected Space() { }

    /// <inheritdoc/>
    public sealed override Type ValueType => typeof(T);

    /// <summary>A value drawn with the very calls that Gymnasium makes on its generator, so that equal seeds give equal samples.</summary>
    /// <remarks>A space that is made of others draws them all from <paramref name="random"/>, one after the other; Gymnasium gives each a
    /// generator of its own, as <see cref="Space.CreateSampler"/> does.</remarks>
    public abstract T Sample(RandomGenerator random);

    /// <summary>Whether <paramref name="value"/> is in the space.</summary>
    public abstract bool Contains(T value);

    /// <summary>Writes a value's elements, shape <c>[ElementSize]</c>.</summary>
    public abstract void Write(T value, Span<float> elements);

    /// <summary>Reads a value from its elements, shape <c>[ElementSize]</c>.</summary>
    public abstract T Read(ReadOnlySpan<float> elements);

    /// <summary>Writes the flattened form, shape <c>[FlatSize]</c>: Gymnasium's <c>flatten</c>.</summary>
    public abstract void Flatten(T value, Span<float> flat);

    /// <summary>The value of a flattened form, shape <c>[FlatSize]</c>: Gymnasium's <c>unflatten</c>.</summary>
    public abstract T Unflatten(ReadOnlySpan<float> flat);

    /// <inheritdoc/>
    public sealed override object SampleObject(RandomGenerator random) => Sample(random);

    /// <inheritdoc/>
    public sealed override bool ContainsObject(object? value) => value is T typed && Contains(typed);

    /// <inheritdoc/>
    public sealed override void WriteObject(object value, Span<float> elements) => Write(Typed(value), elements);

    /// <inheritdoc/>
    public sealed override object ReadObject(ReadOnlySpan<float> elements) => Read(elements);

    /// <inheritdoc/>
    public sealed override void FlattenObject(object value, Span<float> flat) => Flatten(Typed(value), flat);

    /// <inheritdoc/>
    public sealed override object UnflattenObject(ReadOnlySpan<float> flat) => Unflatten(flat);

    /// <inheritdoc/>
    public override bool ContainsElements(ReadOnlySpan<float> elements) => elements.Length == ElementSize && Contains(Read(elements));

    /// <inheritdoc/>
    public override void SampleElements(RandomGenerator random, Span<float> elements) => Write(Sample(random), elements);

    /// <inheritdoc/>
    public override void FlattenElements(ReadOnlySpan<float> elements, Span<float> flat) => Flatten(Read(elements), flat);

    internal sealed override object DrawObject(SpaceGenerators generators, object? mask) => Draw(generators, mask);

    /// <summary>A value, restricted by a mask or weighted by probabilities where <paramref name="mask"/> is not null.</summary>
    internal virtual T Draw(SpaceGenerators generators, object? mask) =>
        mask is null ? Sample(generators.Own) : throw ContractErrors.WrongMaskType(ToString(), mask, "none");

    private protected T Typed(object value) =>
        value is T typed ? typed : throw ContractErrors.WrongValueType(ToString(), value, SpaceText.TypeName(typeof(T)));

    private protected void CopyElements(ReadOnlySpan<float> source, Span<float> target)
    {
        RequireLength(source.Length, ElementSize, "elements");
        RequireLength(target.Length, FlatSize, "flattened values");
        source.CopyTo(target);
    }

    private protected void RequireLength(int length, int expected, string form)
    {
        if (length != expected) throw ContractErrors.WrongLength($"{this}: the buffer of {form}", length, expected);
    }

    private protected void RequireValueLength(int length)
    {
        if (length != ElementSize) throw ContractErrors.WrongValueLength(ToString(), length, ElementSize);
    }
}
