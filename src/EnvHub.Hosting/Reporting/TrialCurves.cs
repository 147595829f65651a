using EnvHub.Evaluation;

namespace EnvHub.Hosting;

/// <summary>A finished trial's record with its learning curves.</summary>
/// <param name="Result">What result.json says.</param>
/// <param name="Tasks">The learning curve of each task by its name; without those that were never evaluated during training.</param>
public sealed record TrialCurves(TrialResult Result, IReadOnlyDictionary<string, LearningCurve> Tasks)
{
    /// <summary>Every finished trial in <paramref name="folder"/> and below that can be read.</summary>
    /// <param name="problems">Receives a line for each that is left out.</param>
    /// <exception cref="HubException">Where none is left: EH3506 a file is no record; EH3507 its format is another; EH3508 there is none. EH3602 there are
    /// several runs.</exception>
    public static IReadOnlyList<TrialCurves> Read(string folder, ICollection<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var trials = new List<TrialCurves>();
        HubException? first = null;
        foreach (var (result, trialFolder) in RunRecords.OfOneRun(folder, problems).Where(record => record.Result.Status == TrialState.Finished))
            try
            {
                trials.Add(new TrialCurves(result, MetricsReader.Read(trialFolder)));
            }
            catch (HubException fault)
            {
                first ??= fault;
                problems.Add(fault.Message);
            }
        return trials.Count > 0 || first is null ? trials : throw first;
    }
}
