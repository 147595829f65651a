using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>Any number of values of one space. Means what <c>gymnasium.spaces.Sequence</c> means.</summary>
/// <remarks>A value is the list of its items, e.g. <c>object[]</c>. Differs: where the space stacks, Gymnasium's value is the array of
/// all items; here it is their list all the same, and stacked in JSON.</remarks>
public sealed class SequenceSpace : VariableSpace<IReadOnlyList<object>>
{
    private const double EndChance = 0.25;   // of a sample, at each item: Gymnasium's

    /// <param name="space">What the items are of.</param>
    /// <param name="stack">Whether Gymnasium keeps the items in one array.</param>
    public SequenceSpace(Space space, bool stack = false)
    {
        ArgumentNullException.ThrowIfNull(space);
        (Items, Stack) = (space, stack);
    }

    /// <summary>What the items are of, Gymnasium's <c>feature_space</c>.</summary>
    public Space Items { get; }

    /// <summary>Whether Gymnasium keeps the items in one array.</summary>
    public bool Stack { get; }

    /// <inheritdoc/>
    public override bool Contains(IReadOnlyList<object> value) => value is not null && value.All(Items.ContainsObject);

    /// <inheritdoc/>
    public override bool Equals(Space? other) => other is SequenceSpace that && Stack == that.Stack && Items.Equals(that.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stack, Items);

    /// <inheritdoc/>
    public override string ToString() => $"Sequence({Items}, stack={(Stack ? "True" : "False")})";

    // Gymnasium seeds itself anew once the part's seed is drawn.
    internal override SpaceGenerators Seed(ulong seed) =>
        new(new RandomGenerator(seed), Items.Seed(SpaceGenerators.PartSeed(new RandomGenerator(seed))));

    internal override IReadOnlyList<object> Draw(SpaceGenerators generators, object? mask)
    {
        var restriction = mask is null ? new SequenceMask()
            : mask as SequenceMask ?? throw ContractErrors.WrongMaskType(ToString(), mask, nameof(SequenceMask));
        object[] items = new object[DrawLength(generators.Own, restriction.Lengths)];
        for (int i = 0; i < items.Length; i++) items[i] = Items.DrawObject(generators.Part(0), restriction.Items);
        return items;
    }

    private int DrawLength(RandomGenerator random, IReadOnlyList<int>? lengths)
    {
        if (lengths is null) return (int)random.Geometric(EndChance);
        if (lengths.Count == 0 || lengths.Any(length => length < 0)) throw ContractErrors.BadLengths(ToString());
        return lengths[(int)random.Integers(lengths.Count)];
    }
}
