namespace EnvHub.Plugins.Wrappers;

/// <summary>One of the integers that an action is made of.</summary>
/// <param name="Count">How many values it takes.</param>
/// <param name="Start">The smallest of them.</param>
internal readonly record struct ActionComponent(int Count, long Start)
{
    // A float holds every integer up to here.
    private const long Farthest = 1 << 24;

    /// <summary>Whether a buffer of floats holds its values.</summary>
    public bool IsExact => Start >= -Farthest && Start + Count - 1 <= Farthest;

    /// <summary>The components in the order of the space's elements; null for a space that is not made of integers alone.</summary>
    public static ActionComponent[]? Of(Space space) => space switch
    {
        DiscreteSpace discrete => [new(discrete.Count, discrete.Start)],
        MultiBinarySpace bits => [.. Enumerable.Repeat(new ActionComponent(2, 0), bits.ElementSize)],
        MultiDiscreteSpace many => Of(many),
        TupleSpace tuple => Of(tuple.Spaces),
        DictSpace dict => Of(dict.Spaces),
        _ => null,
    };

    private static ActionComponent[] Of(MultiDiscreteSpace space)
    {
        var components = new ActionComponent[space.ElementSize];
        for (int i = 0; i < components.Length; i++) components[i] = new(space.Counts[i], space.Starts[i]);
        return components;
    }

    private static ActionComponent[]? Of(IReadOnlyList<Space> parts)
    {
        var components = parts.Select(Of).ToArray();
        return components.Contains(null) ? null : [.. components.SelectMany(part => part!)];
    }
}
