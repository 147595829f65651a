namespace EnvHub.Numerics;

/// <content>Draws from a list of values, as NumPy's <c>choice</c> makes them.</content>
public sealed partial class RandomGenerator
{
    // How far the probabilities' sum may be from 1: NumPy's tolerance, the root of the double's epsilon.
    private const double SumTolerance = 1.4901161193847656e-8;

    /// <summary>One of <paramref name="values"/>, each as likely as another: NumPy's <c>choice(values)</c>.</summary>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public T Choice<T>(ReadOnlySpan<T> values)
    {
        if (values.IsEmpty) throw new ArgumentException("There is nothing to choose from.", nameof(values));
        return values[(int)Integers(values.Length)];
    }

    /// <summary>One of <paramref name="values"/>: NumPy's <c>choice(values, p=probabilities)</c>.</summary>
    /// <param name="probabilities">One per value, each at least 0; together 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, a probability is negative or NaN, or they do not add up to 1.</exception>
    public T Choice<T>(ReadOnlySpan<T> values, ReadOnlySpan<double> probabilities)
    {
        if (values.Length != probabilities.Length)
            throw new ArgumentException($"There are {probabilities.Length} probabilities for {values.Length} values.", nameof(probabilities));
        return values[Choice(probabilities)];
    }

    /// <summary>An index drawn with the given probabilities: NumPy's <c>choice(len(p), p=p)</c>.</summary>
    /// <param name="probabilities">At least one, each at least 0; together 1.</param>
    /// <exception cref="ArgumentException">There is none, one is negative or NaN, or they do not add up to 1.</exception>
    public int Choice(ReadOnlySpan<double> probabilities)
    {
        double total = 0;
        foreach (double probability in probabilities)
        {
            if (!(probability >= 0)) throw new ArgumentException($"A probability is {probability}; it must be at least 0.", nameof(probabilities));
            total += probability;
        }
        if (!(Math.Abs(total - 1) <= SumTolerance))
            throw new ArgumentException($"The probabilities add up to {total}; they must add up to 1.", nameof(probabilities));

        double place = NextDouble(), sum = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            sum += probabilities[i];
            if (sum / total > place) return i;
        }
        throw new System.Diagnostics.UnreachableException("The last share is 1 and a place is below 1.");
    }
}
