using System.Diagnostics;

namespace EnvHub.Cli;

/// <summary>Times a repeated action.</summary>
internal static class Timing
{
    private const int FewestCalls = 16, MostCalls = 1024, WarmUps = 3;

    /// <summary>Calls per second: the median over repeats, once the code is warm.</summary>
    public static double CallsPerSecond(BenchDurations durations, Action call)
    {
        Measure(WarmUps * durations.Seconds, call);
        return Median([.. Enumerable.Range(0, durations.Repeats).Select(_ => Measure(durations.Seconds, call))]);
    }

    /// <summary>The middle value; of an even number the upper of the two.</summary>
    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    // The clock is read once per batch of calls: reading it takes as long as a small call.
    private static double Measure(double seconds, Action call)
    {
        var clock = Stopwatch.StartNew();
        long calls = 0;
        for (long batch = FewestCalls; calls == 0 || clock.Elapsed.TotalSeconds < seconds; batch = Math.Min(batch * 2, MostCalls))
        {
            for (long i = 0; i < batch; i++) call();
            calls += batch;
        }
        return calls / clock.Elapsed.TotalSeconds;
    }
}
