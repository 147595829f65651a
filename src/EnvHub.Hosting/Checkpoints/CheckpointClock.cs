namespace EnvHub.Hosting;

/// <summary>Tells when the next checkpoint is due.</summary>
/// <param name="begin">Steps per task at which the trial begins or goes on.</param>
internal sealed class CheckpointClock(CheckpointOptions options, TimeProvider time, long begin)
{
    // Whatever a checkpoint costs: 2 % of wall time at most goes into those that a clock asks for.
    private const double LeastWorkPerCost = 49;

    private long _lastTime = time.GetTimestamp(), _lastSteps = begin;
    private double _seconds = options.Seconds;

    /// <summary>Whether one is due, <paramref name="steps"/> steps per task into the trial.</summary>
    public bool IsDue(long steps)
    {
        if (!options.Enabled) return false;
        return options.Steps is { } period ? steps / period > _lastSteps / period : time.GetElapsedTime(_lastTime).TotalSeconds >= _seconds;
    }

    /// <summary>Counts from now on; to be called when one was written, or could not be.</summary>
    /// <param name="cost">What it took.</param>
    public void Restart(long steps, TimeSpan cost)
    {
        (_lastTime, _lastSteps) = (time.GetTimestamp(), steps);
        _seconds = Math.Max(options.Seconds, cost.TotalSeconds * LeastWorkPerCost);
    }
}
