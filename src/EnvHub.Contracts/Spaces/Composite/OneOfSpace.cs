using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>A value of one of several spaces. Means what <c>gymnasium.spaces.OneOf</c> means.</summary>
/// <remarks>Elements and the flattened form are the index and then those of the value, padded to the longest: elements with 0, the
/// flattened form with its own first number, as Gymnasium pads.</remarks>
public sealed partial class OneOfSpace : Space<OneOfValue>
{
    private readonly Space[] _spaces;

    /// <param name="spaces">What a value may be of; at least one.</param>
    /// <exception cref="HubException">EH1023 there is none.</exception>
    public OneOfSpace(params IEnumerable<Space> spaces)
    {
        _spaces = [.. spaces];
        foreach (var space in _spaces) ArgumentNullException.ThrowIfNull(space);
        if (_spaces.Length == 0) throw ContractErrors.NoSpaces("OneOfSpace");
        IsFlattenable = _spaces.All(space => space.IsFlattenable);
        if (IsFlattenable) (ElementSize, FlatSize) = (1 + _spaces.Max(space => space.ElementSize), 1 + _spaces.Max(space => space.FlatSize));
    }

    /// <summary>What a value may be of.</summary>
    public IReadOnlyList<Space> Spaces => _spaces;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Shape => [];

    /// <inheritdoc/>
    public override bool IsFlattenable { get; }

    /// <inheritdoc/>
    public override int ElementSize { get; }

    /// <inheritdoc/>
    public override int FlatSize { get; }

    /// <inheritdoc/>
    public override OneOfValue Sample(RandomGenerator random) => Draw(SpaceGenerators.Shared(random), mask: null);

    /// <inheritdoc/>
    public override void SampleElements(RandomGenerator random, Span<float> elements) =>
        DrawElements(SpaceGenerators.Shared(random), elements);

    /// <inheritdoc/>
    public override bool Contains(OneOfValue value) =>
        value is not null && value.Index >= 0 && value.Index < _spaces.Length && _spaces[value.Index].ContainsObject(value.Value);

    /// <inheritdoc/>
    public override bool Equals(Space? other) => other is OneOfSpace that && _spaces.SequenceEqual(that._spaces);

    /// <inheritdoc/>
    public override int GetHashCode() => _spaces.Aggregate(3, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => $"OneOf({string.Join<Space>(", ", _spaces)})";

    // Gymnasium seeds itself anew once the parts' seeds are drawn.
    internal override SpaceGenerators Seed(ulong seed)
    {
        var random = new RandomGenerator(seed);
        return new(new RandomGenerator(seed), [.. _spaces.Select(space => space.Seed(SpaceGenerators.PartSeed(random)))]);
    }

    internal override OneOfValue Draw(SpaceGenerators generators, object? mask)
    {
        int index = (int)generators.Own.Integers(_spaces.Length);
        object? part = mask is null ? null : MaskList.Of(mask, _spaces.Length, this)[index];
        return new(index, _spaces[index].DrawObject(generators.Part(index), part));
    }

    internal override void DrawElements(SpaceGenerators generators, Span<float> elements)
    {
        Require(elements.Length, ElementSize, "elements");
        int index = (int)generators.Own.Integers(_spaces.Length);
        elements.Clear();
        elements[0] = index;
        _spaces[index].DrawElements(generators.Part(index), elements.Slice(1, _spaces[index].ElementSize));
    }
}
