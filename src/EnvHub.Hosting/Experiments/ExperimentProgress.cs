namespace EnvHub.Hosting;

/// <summary>How far an experiment is. May be read from any thread while it runs.</summary>
public sealed class ExperimentProgress(IReadOnlyList<Trial> trials)
{
    /// <summary>In the order of <see cref="TrialList"/>.</summary>
    public IReadOnlyList<TrialProgress> Trials { get; } = [.. trials.Select(trial => new TrialProgress(trial))];

    /// <summary>Environment steps of all trials together.</summary>
    public long TotalSteps { get; } = trials.Sum(trial => trial.TotalSteps);

    /// <summary>Environment steps so far; a trial that has ended counts as a whole.</summary>
    public long Steps => Trials.Sum(trial => trial.Result is null ? trial.Steps : trial.Trial.TotalSteps);

    /// <summary>Trials that have ended, however they did.</summary>
    public int Ended => Trials.Count(trial => trial.Result is not null);
}
