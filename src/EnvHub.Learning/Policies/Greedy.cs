namespace EnvHub.Learning;

/// <summary>Greedy choice.</summary>
public static class Greedy
{
    /// <summary>Index of the highest value; the first of equals.</summary>
    /// <param name="values">Shape <c>[A]</c>, at least one.</param>
    public static int ArgMax(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
            if (values[i] > values[best]) best = i;
        return best;
    }

    /// <summary>Index of the highest value of a possible action; the first of equals.</summary>
    /// <param name="values">Shape <c>[A]</c>, at least one.</param>
    /// <param name="mask">Shape <c>[A]</c>, true where the action is possible; empty: all are.</param>
    /// <returns>The index; 0 where no action is possible, as after an episode's end.</returns>
    public static int ArgMax(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask)
    {
        if (mask.IsEmpty) return ArgMax(values);
        int best = Math.Max(0, mask.IndexOf(true));
        for (int i = best + 1; i < values.Length; i++)
            if (mask[i] && values[i] > values[best]) best = i;
        return best;
    }
}
