using System.Diagnostics;

namespace EnvHub.Hosting;

/// <summary>Measures how fast a trial trains, without evaluations or records.</summary>
public static class TrialSpeed
{
    /// <summary>Environment steps per second, acting, observing and learning included.</summary>
    /// <param name="warmUp">Rounds before the clock starts: the buffer fills, the code is compiled.</param>
    /// <param name="rounds">Rounds that are timed.</param>
    public static double Measure(Trial trial, long warmUp, long rounds)
    {
        ArgumentNullException.ThrowIfNull(trial);
        using var loop = new TrialLoop(trial);
        for (long i = 0; i < warmUp; i++) loop.Round();
        var clock = Stopwatch.StartNew();
        for (long i = 0; i < rounds; i++) loop.Round();
        return rounds * trial.Stage.Copies * trial.Tasks.Count / clock.Elapsed.TotalSeconds;
    }
}
