using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>Which actions are possible. A mask has a flag for each value that a component of the action can take, true where it is possible.</summary>
/// <remarks>M flags: <c>Discrete(n)</c> n; <c>MultiDiscrete</c> the components' one after the other; <c>MultiBinary</c> two per bit, for 0 and for 1;
/// a <c>Tuple</c> or <c>Dict</c> those of its parts, one after the other. Anything else has none, so that a part of it is free. Source: <c>info["action_mask"]</c> as Gymnasium's Taxi
/// tells it, and the masks that <c>gymnasium.spaces</c> draw with.</remarks>
public static class ActionMask
{
    /// <summary>The key under which Gymnasium's infos tell a mask.</summary>
    public const string InfoKey = "action_mask";

    private const int BitValues = 2;

    /// <summary>How many flags a mask has, M; 0 for a space that can have none.</summary>
    public static int SizeOf(Space actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return actions switch
        {
            DiscreteSpace discrete => discrete.Count,
            MultiDiscreteSpace many => many.FlatSize,
            MultiBinarySpace bits => BitValues * bits.ElementSize,
            _ => SizeOfParts(PartsOf(actions)),
        };
    }

    /// <summary>Whether every component of the action has a possible value.</summary>
    /// <param name="mask">Shape <c>[M]</c>.</param>
    public static bool HasChoice(Space actions, ReadOnlySpan<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(actions);
        if (actions is DiscreteSpace) return mask.Contains(true);
        for (int component = 0; component < actions.ElementSize; component++)
        {
            var (start, count) = PartOf(actions, component);
            if (count > 0 && !mask.Slice(start, count).Contains(true)) return false;
        }
        return true;
    }

    /// <summary>Whether an action is possible; false for one outside the space.</summary>
    /// <param name="mask">Shape <c>[M]</c>.</param>
    /// <param name="elements">The action's elements, shape <c>[ElementSize]</c>; of a discrete space the value itself, which counts from its start.</param>
    public static bool Allows(Space actions, ReadOnlySpan<bool> mask, ReadOnlySpan<float> elements)
    {
        ArgumentNullException.ThrowIfNull(actions);
        if (!actions.ContainsElements(elements)) return false;
        for (int component = 0; component < elements.Length; component++)
        {
            var (start, count) = PartOf(actions, component);
            if (count > 0 && !mask[start + (int)((long)elements[component] - FirstOf(actions, component))]) return false;
        }
        return true;
    }

    /// <summary>Draws a possible action uniformly, as Gymnasium's <c>action_space.sample(mask)</c> does, and writes its elements. May allocate.</summary>
    /// <param name="mask">Shape <c>[M]</c>; empty: every action is possible, and the draw is that of <see cref="Space.SampleElements"/>.</param>
    /// <param name="elements">Receives the action, shape <c>[ElementSize]</c>.</param>
    public static void SampleElements(Space actions, RandomGenerator random, ReadOnlySpan<bool> mask, Span<float> elements)
    {
        ArgumentNullException.ThrowIfNull(actions);
        if (mask.IsEmpty) actions.SampleElements(random, elements);
        else actions.WriteObject(actions.DrawObject(SpaceGenerators.Shared(random), ToDraw(actions, mask)), elements);
    }

    /// <summary>The mask as <see cref="SpaceSampler.Sample(object?)"/> takes it; null for a space that has none.</summary>
    /// <param name="mask">Shape <c>[M]</c>.</param>
    public static object? ToDraw(Space actions, ReadOnlySpan<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(actions);
        switch (actions)
        {
            case DiscreteSpace or MultiDiscreteSpace: return mask.ToArray();
            case MultiBinarySpace: return BitsToDraw(mask);
            case TupleSpace tuple: return PartsToDraw(tuple.Spaces, mask);
            case DictSpace dict:
                var parts = PartsToDraw(dict.Spaces, mask);
                return dict.Keys.Zip(parts).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            default: return null;
        }
    }

    // 0 and 1 set a bit, 2 draws it.
    private static sbyte[] BitsToDraw(ReadOnlySpan<bool> mask)
    {
        var bits = new sbyte[mask.Length / BitValues];
        for (int i = 0; i < bits.Length; i++)
            bits[i] = (sbyte)(mask[BitValues * i] ? mask[BitValues * i + 1] ? 2 : 0 : 1);
        return bits;
    }

    private static object?[] PartsToDraw(IReadOnlyList<Space> parts, ReadOnlySpan<bool> mask)
    {
        var draws = new object?[parts.Count];
        for (int i = 0; i < draws.Length; i++)
        {
            int size = SizeOf(parts[i]);
            draws[i] = ToDraw(parts[i], mask[..size]);
            mask = mask[size..];
        }
        return draws;
    }

    /// <summary>Where the flags of one component lie; no flags for a component that is free.</summary>
    /// <param name="component">Index of its element.</param>
    internal static (int Start, int Count) PartOf(Space actions, int component)
    {
        int start = 0;
        switch (actions)
        {
            case DiscreteSpace discrete: return (0, discrete.Count);
            case MultiBinarySpace: return (BitValues * component, BitValues);
            case MultiDiscreteSpace many:
                for (int i = 0; i < component; i++) start += many.Counts[i];
                return (start, many.Counts[component]);
            case TupleSpace or DictSpace:
                var parts = PartsOf(actions);
                int index = IndexOf(parts, ref component);
                for (int i = 0; i < index; i++) start += SizeOf(parts[i]);
                var (inside, count) = PartOf(parts[index], component);
                return (start + inside, count);
            default: return default;
        }
    }

    private static long FirstOf(Space actions, int component)
    {
        if (actions is DiscreteSpace discrete) return discrete.Start;
        if (actions is MultiDiscreteSpace many) return many.Starts[component];
        if (actions is not (TupleSpace or DictSpace)) return 0;
        var parts = PartsOf(actions);
        return FirstOf(parts[IndexOf(parts, ref component)], component);
    }

    // The part that a component is of; the component then counts from that part's first.
    private static int IndexOf(IReadOnlyList<Space> parts, ref int component)
    {
        int index = 0;
        while (component >= parts[index].ElementSize) component -= parts[index++].ElementSize;
        return index;
    }

    private static int SizeOfParts(IReadOnlyList<Space> parts)
    {
        int size = 0;
        for (int i = 0; i < parts.Count; i++) size += SizeOf(parts[i]);
        return size;
    }

    private static IReadOnlyList<Space> PartsOf(Space actions) => actions switch
    {
        TupleSpace tuple => tuple.Spaces,
        DictSpace dict => dict.Spaces,
        _ => [],
    };
}
