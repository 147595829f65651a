namespace EnvHub.Contracts;

/// <summary>A value of each of several spaces, in order. Means what <c>gymnasium.spaces.Tuple</c> means.</summary>
/// <remarks>A value is a list, e.g. <c>object[]</c>, of the spaces' own values: <c>[3L, new float[] { 0.5f }]</c>.</remarks>
public sealed class TupleSpace : CompositeSpace<IReadOnlyList<object>>
{
    /// <param name="spaces">What the values are of.</param>
    /// <exception cref="HubException">EH1004 the flattened form is longer than an array.</exception>
    public TupleSpace(params IEnumerable<Space> spaces) : base("TupleSpace", spaces) { }

    /// <inheritdoc/>
    public override bool Equals(Space? other) => other is TupleSpace that && Spaces.SequenceEqual(that.Spaces);

    /// <inheritdoc/>
    public override int GetHashCode() => Spaces.Aggregate(1, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => $"Tuple({string.Join(", ", Spaces)})";

    private protected override bool HasParts(IReadOnlyList<object> value) => value.Count == Spaces.Count;

    private protected override object? Part(IReadOnlyList<object> value, int index) => value[index];

    private protected override IReadOnlyList<object> Compose(object[] parts) => parts;

    private protected override object?[] PartMasks(object mask) => MaskList.Of(mask, Spaces.Count, this);
}
