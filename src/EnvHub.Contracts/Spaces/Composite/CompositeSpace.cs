using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>A space whose values hold a value of each of several spaces. Its elements and flattened forms are theirs, one after the other.</summary>
/// <typeparam name="T">What holds the values.</typeparam>
public abstract partial class CompositeSpace<T> : Space<T> where T : notnull
{
    private readonly Space[] _spaces;

    private protected CompositeSpace(string name, IEnumerable<Space> spaces)
    {
        _spaces = [.. spaces];
        foreach (var space in _spaces) ArgumentNullException.ThrowIfNull(space);
        IsFlattenable = _spaces.All(space => space.IsFlattenable);
        if (!IsFlattenable) return;
        long flatSize = _spaces.Sum(space => (long)space.FlatSize);
        if (flatSize > Array.MaxLength) throw ContractErrors.TooManyValues(name, flatSize);
        (ElementSize, FlatSize) = (_spaces.Sum(space => space.ElementSize), (int)flatSize);
    }

    /// <summary>The spaces, in the order of the values.</summary>
    public IReadOnlyList<Space> Spaces => _spaces;

    /// <inheritdoc/>
    public sealed override ReadOnlySpan<int> Shape => [];

    /// <inheritdoc/>
    public sealed override bool IsFlattenable { get; }

    /// <inheritdoc/>
    public sealed override int ElementSize { get; }

    /// <inheritdoc/>
    public sealed override int FlatSize { get; }

    /// <inheritdoc/>
    public sealed override T Sample(RandomGenerator random) => Draw(SpaceGenerators.Shared(random), mask: null);

    /// <inheritdoc/>
    public sealed override void SampleElements(RandomGenerator random, Span<float> elements) =>
        DrawElements(SpaceGenerators.Shared(random), elements);

    /// <inheritdoc/>
    public sealed override bool Contains(T value)
    {
        if (value is null || !HasParts(value)) return false;
        for (int i = 0; i < _spaces.Length; i++)
            if (!_spaces[i].ContainsObject(Part(value, i))) return false;
        return true;
    }

    internal sealed override SpaceGenerators Seed(ulong seed)
    {
        var random = new RandomGenerator(seed);
        return new(random, [.. _spaces.Select(space => space.Seed(SpaceGenerators.PartSeed(random)))]);
    }

    internal sealed override T Draw(SpaceGenerators generators, object? mask)
    {
        object?[] masks = mask is null ? new object?[_spaces.Length] : PartMasks(mask);
        object[] parts = new object[_spaces.Length];
        for (int i = 0; i < parts.Length; i++) parts[i] = _spaces[i].DrawObject(generators.Part(i), masks[i]);
        return Compose(parts);
    }

    internal sealed override void DrawElements(SpaceGenerators generators, Span<float> elements)
    {
        Require(elements.Length, ElementSize, "elements");
        for (int i = 0; i < _spaces.Length; i++)
        {
            _spaces[i].DrawElements(generators.Part(i), elements[.._spaces[i].ElementSize]);
            elements = elements[_spaces[i].ElementSize..];
        }
    }

    /// <summary>Whether the value holds as many values, or the keys, that the space has.</summary>
    private protected abstract bool HasParts(T value);

    private protected abstract object? Part(T value, int index);

    private protected abstract T Compose(object[] parts);

    /// <summary>The mask of each space, null where there is none.</summary>
    private protected abstract object?[] PartMasks(object mask);

    private protected object PartToWrite(T value, int index)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!HasParts(value)) throw ContractErrors.OutsideSpace(ToString(), "a value with other parts than the space's");
        return Part(value, index)!;
    }

    private protected void Require(int length, int expected, string form)
    {
        if (!IsFlattenable) throw ContractErrors.NotFlattenable(ToString());
        RequireLength(length, expected, form);
    }
}
