using System.Buffers;

namespace EnvHub.Numerics;

/// <summary>Statistics of sorted values. The input is left as it is; a NaN in it makes the result NaN.</summary>
public static class OrderStatistics
{
    /// <summary>The mean of what is left when the smallest and the largest values are cut: SciPy's <c>trim_mean</c>.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="proportion">The share cut from each end, in [0, 0.5): <c>(int)(proportion * n)</c> values.</param>
    /// <remarks>Differs: SciPy sorts a NaN to the top and may cut it.</remarks>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="proportion"/> is outside [0, 0.5).</exception>
    public static double TrimmedMean(ReadOnlySpan<double> values, double proportion)
    {
        if (!(proportion is >= 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(proportion), proportion, "A share cut from each end is in [0, 0.5).");
        int cut = (int)(proportion * values.Length);
        return OfSorted(values, cut, static (sorted, cut) => Mean(sorted[cut..^cut]));
    }

    /// <summary>The value below which a share of the values lies, interpolated between neighbours: NumPy's <c>quantile</c> with its
    /// default method, linear.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="share">In [0, 1]: 0 gives the smallest value, 0.5 the median, 1 the largest.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside [0, 1].</exception>
    public static double Quantile(ReadOnlySpan<double> values, double share)
    {
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share is in [0, 1].");
        return OfSorted(values, share, static (sorted, share) => Interpolate(sorted, share * (sorted.Length - 1)));
    }

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    /// <param name="values">At least one.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static double Median(ReadOnlySpan<double> values) => Quantile(values, 0.5);

    private static double OfSorted<T>(ReadOnlySpan<double> values, T argument, Func<ReadOnlySpan<double>, T, double> statistic)
    {
        if (values.IsEmpty) throw new ArgumentException("There are no values; there must be at least one.", nameof(values));
        double[] rented = ArrayPool<double>.Shared.Rent(values.Length);
        var sorted = rented.AsSpan(0, values.Length);
        values.CopyTo(sorted);
        sorted.Sort();
        double result = double.IsNaN(sorted[0]) ? double.NaN : statistic(sorted, argument);               // a sort puts NaN first
        ArrayPool<double>.Shared.Return(rented);
        return result;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum / values.Length;
    }

    // NumPy interpolates from the nearer neighbour.
    private static double Interpolate(ReadOnlySpan<double> sorted, double place)
    {
        int below = (int)place;
        if (below == sorted.Length - 1 || sorted[below] == sorted[below + 1]) return sorted[below];
        double weight = place - below, step = sorted[below + 1] - sorted[below];
        return weight < 0.5 ? sorted[below] + step * weight : sorted[below + 1] - step * (1 - weight);
    }
}
