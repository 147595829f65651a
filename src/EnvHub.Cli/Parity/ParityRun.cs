using EnvHub.Evaluation;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>Plays an environment of the hub and one of Python's side by side.</summary>
/// <param name="NativeId">The hub's id.</param>
/// <param name="PythonId">Gymnasium's id.</param>
/// <param name="Versions">What played the Python side.</param>
/// <param name="Result">What was found.</param>
internal sealed record ParityRun(string NativeId, string PythonId, string Versions, ParityResult Result)
{
    /// <summary>What a user should know of the comparison; empty for nothing.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <exception cref="HubException">EH5010 and EH5011 the Python side failed; EH5012 the two have different spaces.</exception>
    public static ParityRun Of(TaskPlan native, PythonInterpreter python, ParityOrder order, CancellationToken stop)
    {
        using var environment = native.Create(1);
        using var theirs = PythonTrajectory.Start(python, order);
        using var ending = stop.Register(theirs.Stop);
        var ours = new EnvironmentTrajectory(environment);
        if ((ours.Layout.ObservationSize, ours.Layout.ActionSize) != (theirs.Layout.ObservationSize, theirs.Layout.ActionSize))
            throw CliErrors.SpacesDiffer(native.Spec.Name, order.PythonId, ours.Layout, theirs.Layout);
        try
        {
            return new(native.Spec.Name, order.PythonId, theirs.Versions, ParityGate.Compare(ours, theirs, order.Options, stop)) { Notes = theirs.Notes };
        }
        catch (HubException) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(stop);
        }
    }
}
