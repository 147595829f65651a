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
}
