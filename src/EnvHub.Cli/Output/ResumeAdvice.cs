namespace EnvHub.Cli;

/// <summary>What to type to go on with a run.</summary>
internal sealed class ResumeAdvice(Hub hub)
{
    private readonly Lazy<Provenance> _now = new(() => ProvenanceReader.Read(hub.Options, hub.Catalog));

    /// <summary>The command, or why there is none; both null where nothing is left to do.</summary>
    public (string? Command, string? Problem) For(StoredRun run)
    {
        var (command, problem) = OfState(run);
        return (command, problem ?? run.Problem);
    }

    private (string? Command, string? Problem) OfState(StoredRun run) => run.State switch
    {
        RunState.Unfinished => OrProblem(run, Command(run, "")),
        RunState.Failed => OrProblem(run, Command(run, " --failed")),
        RunState.Damaged => (null, run.Problem),
        RunState.Empty => (null, "it was ended before its first step; nothing is lost: start it anew."),
        _ => (null, null),
    };

    // Only the code and the plugins of then end it with the same bits.
    private (string? Command, string? Problem) OrProblem(StoredRun run, string command)
    {
        try
        {
            RecordedExperiment.Open(run.Folder, hub.Catalog).RequireSame(_now.Value);
            return (command, null);
        }
        catch (HubException fault)
        {
            return (null, fault.Message.Split('\n')[0]);
        }
    }

    private string Command(StoredRun run, string options) => $"envhub resume {Quoted(run.Name)}{options}{(hub.Named is { } named ? $" --hub {Quoted(named)}" : "")}";

    private static string Quoted(string text) => text.Any(c => !char.IsAsciiLetterOrDigit(c) && !"/.-_+=@:,".Contains(c, StringComparison.Ordinal))
        ? $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'" : text;
}
