using System.Diagnostics;

namespace EnvHub.Cli;

/// <summary>How fast an experiment goes, and how long it still takes.</summary>
internal sealed class Pace(ExperimentProgress progress)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public TimeSpan Elapsed => _clock.Elapsed;

    public double Share => progress.TotalSteps == 0 ? 0 : (double)progress.Steps / progress.TotalSteps;

    private long Done => progress.Steps - progress.EarlierSteps;

    /// <summary>Environment steps per second of all trials together, evaluations included.</summary>
    public double StepsPerSecond => Done / _clock.Elapsed.TotalSeconds;

    /// <summary>Seconds left at the pace so far; null before there is one.</summary>
    public double? Left => Done <= 0 ? null : _clock.Elapsed.TotalSeconds * (progress.TotalSteps - progress.Steps) / Done;
}
