namespace EnvHub.Numerics;

/// <summary>Mean and variance of values that come one by one, in one pass and without cancellation.</summary>
/// <remarks>Source: B. P. Welford, "Note on a method for calculating corrected sums of squares and products" (1962); merging: Chan,
/// Golub and LeVeque (1979). A mutable value: a copy goes its own way.</remarks>
public struct RunningMoments
{
    private double _mean, _squares;

    /// <summary>The moments that were recorded with these numbers.</summary>
    /// <param name="count">How many values; at least 0.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="squaredDeviations">The sum of their squared distances from the mean; at least 0.</param>
    public RunningMoments(long count, double mean, double squaredDeviations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(squaredDeviations);
        (Count, _mean, _squares) = (count, mean, squaredDeviations);
    }

    /// <summary>How many values.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; NaN for none.</summary>
    public readonly double Mean => Count == 0 ? double.NaN : _mean;

    /// <summary>The sum of their squared distances from the mean.</summary>
    public readonly double SquaredDeviations => _squares;

    /// <summary>Their variance, over n; NaN for none.</summary>
    public readonly double Variance => Count == 0 ? double.NaN : _squares / Count;

    /// <summary>The variance of what they are a sample of, over n - 1; NaN for fewer than two.</summary>
    public readonly double SampleVariance => Count < 2 ? double.NaN : _squares / (Count - 1);

    /// <summary>Takes in one value.</summary>
    public void Add(double value)
    {
        Count++;
        double distance = value - _mean;
        _mean += distance / Count;
        _squares += distance * (value - _mean);
    }

    /// <summary>Takes in all values of <paramref name="other"/>.</summary>
    public void Add(in RunningMoments other)
    {
        if (other.Count == 0) return;
        long count = Count + other.Count;
        double distance = other._mean - _mean, share = (double)other.Count / count;
        _squares += other._squares + distance * distance * Count * share;
        _mean += distance * share;
        Count = count;
    }
}
