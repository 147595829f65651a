using EnvHub.Evaluation;

namespace EnvHub.Hosting;

/// <summary>A finished trial's record with its learning curves.</summary>
/// <param name="Result">What result.json says.</param>
/// <param name="Tasks">The learning curve of each task by its name; without those that were never evaluated during training.</param>
public sealed record TrialCurves(TrialResult Result, IReadOnlyDictionary<string, LearningCurve> Tasks)
{
    /// <summary>Every finished trial in <paramref name="folder"/> and below.</summary>
    /// <exception cref="HubException">EH3506 a file is no record; EH3507 its format is another; EH3508 there is none; EH3602 there are several runs.</exception>
    public static IReadOnlyList<TrialCurves> Read(string folder) =>
        [.. RunRecords.OfOneRun(folder).Where(record => record.Result.Status == TrialState.Finished)
            .Select(record => new TrialCurves(record.Result, MetricsReader.Read(record.Folder)))];
}
