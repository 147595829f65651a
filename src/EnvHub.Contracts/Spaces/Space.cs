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
    /// elements and flattened forms throw EH1012, and the two sizes are 0.</summary>
    public virtual bool IsFlattenable => true;

    /// <summary>How many float elements a value takes in an environment's buffers.</summary>
    public abstract int ElementSize { get; }

    /// <summary>How many floats a value takes when flattened for a learner: Gymnasium's <c>flatdim</c>.</summary>
    public abstract int FlatSize { get; }

    /// <summary>The type of this space's values.</summary>
    public abstract Type ValueType { get; }

    /// <summary>A sampler that draws as Gymnasium's space does after <c>seed(<paramref name="seed"/>)</c>: each space that this one is made
    /// of has a generator of its own.</summary>
    public SpaceSampler CreateSampler(ulong seed) => new(this, seed);

    /// <summary>A value drawn with the calls that Gymnasium makes on the generator, boxed; see <see cref="Space{T}.Sample(RandomGenerator)"/>.</summary>
    public abstract object SampleObject(RandomGenerator random);

    /// <summary>Whether <paramref name="value"/> is of this space's type and in the space.</summary>
    public abstract bool ContainsObject(object? value);

    /// <summary>Writes a value's elements, shape <c>[ElementSize]</c>.</summary>
    /// <exception cref="HubException">EH1011 the value is of another type; and as <see cref="Space{T}.Write"/>'s.</exception>
    public abstract void WriteObject(object value, Span<float> elements);

    /// <summary>Reads a value from its elements, shape <c>[ElementSize]</c>.</summary>
    public abstract object ReadObject(ReadOnlySpan<float> elements);

    /// <summary>Writes a value's flattened form, shape <c>[FlatSize]</c>.</summary>
    /// <exception cref="HubException">EH1011 the value is of another type; and as <see cref="Space{T}.Flatten"/>'s.</exception>
    public abstract void FlattenObject(object value, Span<float> flat);

    /// <summary>The value of a flattened form, shape <c>[FlatSize]</c>.</summary>
    public abstract object UnflattenObject(ReadOnlySpan<float> flat);

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

    /// <summary>The generators that Gymnasium's <c>seed(seed)</c> gives the space and its parts.</summary>
    internal virtual SpaceGenerators Seed(ulong seed) => new(new RandomGenerator(seed));

    /// <summary>A value, restricted by a mask or weighted by probabilities where <paramref name="mask"/> is not null.</summary>
    internal abstract object DrawObject(SpaceGenerators generators, object? mask);

    /// <summary><paramref name="count"/> values as a graph draws its nodes or edges, all from one generator.</summary>
    internal virtual object[] DrawMany(RandomGenerator random, int count, object? mask) =>
        throw new System.Diagnostics.UnreachableException("Graphs are made of Box and Discrete alone.");

    /// <summary>Draws a value as <see cref="DrawObject"/> does without a mask and writes its elements.</summary>
    internal virtual void DrawElements(SpaceGenerators generators, Span<float> elements) => SampleElements(generators.Own, elements);
}
