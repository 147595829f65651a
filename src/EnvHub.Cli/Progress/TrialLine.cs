namespace EnvHub.Cli;

/// <summary>The line that tells how a trial ended.</summary>
internal sealed class TrialLine(ExperimentProgress progress)
{
    private readonly int _width = progress.Trials.Max(trial => trial.Trial.Name.Length);
    private readonly HashSet<TrialProgress> _told = [];
    private readonly Dictionary<TrialProgress, int> _messages = [];

    /// <summary>A line for each trial that has ended since the last call, and for each message of one.</summary>
    public IEnumerable<string> News()
    {
        foreach (var trial in progress.Trials)
        {
            foreach (string message in trial.Messages.Skip(_messages.GetValueOrDefault(trial)).ToArray())
            {
                _messages[trial] = _messages.GetValueOrDefault(trial) + 1;
                yield return $"  {trial.Trial.Name.PadRight(_width)}  {message}";
            }
            if (trial.Result is { } result && _told.Add(trial)) yield return $"  {trial.Trial.Name.PadRight(_width)}  {Outcome(result)}{Note(trial)}";
        }
    }

    private static string Note(TrialProgress trial) => trial.Note is { } note ? $"  ({note})" : "";

    private static string Outcome(TrialResult result) => result.Status switch
    {
        TrialState.Finished => $"{Returns(result)}  {Words.Duration(result.Seconds)}",
        TrialState.Cancelled => "cancelled",
        _ => $"failed: {result.Reason?.Split('\n')[0]}",
    };

    private static string Returns(TrialResult result) => string.Join(", ", result.Tasks.Select(task => $"{task.Task} {Words.Return(task.Final?.Mean)}"));
}
