namespace EnvHub.Evaluation;

/// <summary>How long something takes where some runs end before it happens: the share that still waits, by time.</summary>
/// <remarks>A run that ends first is censored: it counts as one that waits for as long as it lasted, and says nothing of what comes after. A mean over
/// the successes alone would favour whoever succeeds seldom.
/// Source: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations" (1958).</remarks>
public sealed class KaplanMeier
{
    private readonly List<(double Time, double Share)> _falls = [];

    /// <param name="times">When it happened, or when the run ended without it; at least one, not negative.</param>
    /// <param name="happened">Whether it happened, one per time.</param>
    /// <exception cref="ArgumentException">There is no time, or the two differ in length.</exception>
    public KaplanMeier(ReadOnlySpan<double> times, ReadOnlySpan<bool> happened)
    {
        if (times.IsEmpty || times.Length != happened.Length)
            throw new ArgumentException($"There are {times.Length} times and {happened.Length} outcomes; give one outcome per time, at least one.", nameof(happened));
        (double Time, bool Happened)[] runs = [.. times.ToArray().Zip(happened.ToArray()).OrderBy(run => run.First)];
        double share = 1;
        for (int i = 0; i < runs.Length;)
        {
            double time = runs[i].Time;
            int same = runs.Skip(i).TakeWhile(run => run.Time == time).Count(), events = runs.Skip(i).Take(same).Count(run => run.Happened);
            share *= 1 - (double)events / (runs.Length - i);
            if (events > 0) _falls.Add((time, share));
            i += same;
        }
    }

    /// <summary>The share for which it has not happened up to and with <paramref name="time"/>, [0, 1].</summary>
    public double Share(double time) => _falls.LastOrDefault(fall => fall.Time <= time, (0, 1)).Share;

    /// <summary>The first time by which it has happened for half of the runs; null where it has not by the end.</summary>
    public double? Median
    {
        get
        {
            int index = _falls.FindIndex(fall => fall.Share <= 0.5);
            return index < 0 ? null : _falls[index].Time;
        }
    }

    /// <summary>The mean time spent waiting up to <paramref name="horizon"/>: the area under the share. Always there, whoever is censored.</summary>
    /// <param name="horizon">At most the longest time that was observed, for all that are compared the same.</param>
    public double RestrictedMean(double horizon)
    {
        double mean = 0, from = 0, share = 1;
        foreach (var (time, next) in _falls.TakeWhile(fall => fall.Time < horizon))
        {
            mean += share * (time - from);
            (from, share) = (time, next);
        }
        return mean + share * (horizon - from);
    }
}
