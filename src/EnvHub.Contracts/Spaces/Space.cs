using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>The set of values that an observation or an action can take. Means what <c>gymnasium.spaces.Space</c> means.</summary>
/// <remarks>A value has two flat forms: <em>elements</em>, which environments write into shared buffers (a discrete value is one
/// element), and the <em>flattened</em> form that learners see (a discrete value is one-hot), Gymnasium's <c>flatten</c>.</remarks>
public abstract class Space : IEquatable<Space>
{
    private protected Space() { }

    /// <summary>Gymnasium's shape: empty for a scalar, and for a space that is made of others.</summary>
    public abstract ReadOnlySpan<int> Shape { get; }

    /// <summary>Whether every value takes the same count of floats: Gymnasium's <c>is_np_flattenable</c>. Where false, the members for
    /// elements and flattened forms throw <see cref="NotSupportedException"/>.</summary>
    public virtual bool IsFlattenable => true;

    /// <summary>How many float elements a value takes in an environment's buffers.</summary>
    public abstract int ElementSize { get; }

    /// <summary>How many floats a value takes when flattened for a learner: Gymnasium's <c>flatdim</c>.</summary>
    public abstract int FlatSize { get; }

    /// <summary>The type of this space's values.</summary>
    public abstract Type ValueType { get; }

    /// <summary>A value drawn with the calls that Gymnasium makes on the generator, boxed; see <see cref="Space{T}.Sample(RandomGenerator)"/>.</summary>
    public abstract object SampleObject(RandomGenerator random);

    /// <summary>Whether <paramref name="value"/> is of this space's type and in the space.</summary>
    public abstract bool ContainsObject(object? value);

    /// <summary>Whether the value that these elements stand for is in the space; false for a wrong length.</summary>
    /// <param name="elements">Shape <c>[ElementSize]</c>.</param>
    public abstract bool ContainsElements(ReadOnlySpan<float> elements);

    /// <summary>Draws a value as <see cref="SampleObject"/> does and writes its elements.</summary>
    /// <param name="elements">Receives the elements, shape <c>[ElementSize]</c>.</param>
    public abstract void SampleElements(RandomGenerator random, Span<float> elements);

    /// <summary>Turns elements into the flattened form.</summary>
    /// <param name="elements">Shape <c>[ElementSize]</c>.</param>
    /// <param name="flat">Receives the flattened form, shape <c>[FlatSize]</c>.</param>
    public abstract void FlattenElements(ReadOnlySpan<float> elements, Span<float> flat);

    /// <inheritdoc/>
    public abstract bool Equals(Space? other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Space);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>The space as Gymnasium prints it, e.g. <c>Discrete(2)</c>.</summary>
    public abstract override string ToString();
}
