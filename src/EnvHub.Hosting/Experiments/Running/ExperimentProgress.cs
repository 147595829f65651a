namespace EnvHub.Hosting;

/// <summary>How far an experiment is. May be read from any thread while it runs.</summary>
public sealed class ExperimentProgress
{
    /// <param name="trials">Those that are compared, as <see cref="TrialList.Of"/> gives them.</param>
    public ExperimentProgress(IReadOnlyList<Trial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var all = new Dictionary<Trial, TrialProgress>(ReferenceEqualityComparer.Instance);
        foreach (var trial in TrialList.WithSources(trials)) all[trial] = new TrialProgress(trial, [.. trial.Sources.Select(source => all[source])]);
        Trials = [.. all.Values];
        Compared = [.. trials.Select(trial => all[trial])];
        TotalSteps = Trials.Sum(trial => trial.Trial.TotalSteps);
    }

    /// <summary>All trials, each after those that it builds on.</summary>
    public IReadOnlyList<TrialProgress> Trials { get; }

    /// <summary>Those that are compared, in the order of <see cref="TrialList.Of"/>.</summary>
    public IReadOnlyList<TrialProgress> Compared { get; }

    /// <summary>Environment steps of all trials together.</summary>
    public long TotalSteps { get; }

    /// <summary>Environment steps so far; a trial that has ended counts as a whole.</summary>
    public long Steps => Trials.Sum(trial => trial.Result is null ? trial.Steps : trial.Trial.TotalSteps);

    /// <summary>Of <see cref="Steps"/>, those that were done before: in an earlier session, or for another run.</summary>
    public long EarlierSteps => Trials.Sum(trial => trial.IsReused ? trial.Trial.TotalSteps : trial.EarlierSteps);

    /// <summary>Trials that have ended, however they did.</summary>
    public int Ended => Trials.Count(trial => trial.Result is not null);
}
