using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>Draws of one of a count of values, restricted by a mask or weighted by probabilities, with Gymnasium's calls.</summary>
internal static class WeightedDraw
{
    /// <summary>The rank of a value that <paramref name="mask"/> allows; 0, and no draw, if it allows none.</summary>
    public static int Masked(RandomGenerator random, ReadOnlySpan<bool> mask)
    {
        int allowed = mask.Count(true);
        if (allowed == 0) return 0;
        long rank = random.Integers(allowed);
        for (int i = 0; ; i++)
            if (mask[i] && rank-- == 0) return i;
    }

    /// <summary>The rank of a value drawn with its probability.</summary>
    /// <exception cref="HubException">EH1007 a probability is negative or NaN, or they do not add up to 1.</exception>
    public static int Weighted(RandomGenerator random, ReadOnlySpan<double> probabilities, Space space)
    {
        try
        {
            return random.Choice(probabilities);
        }
        catch (ArgumentException fault)
        {
            throw ContractErrors.BadProbabilities($"{space}", fault);
        }
    }
}
