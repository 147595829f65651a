using System.CommandLine;

namespace EnvHub.Cli;

/// <summary>The command <c>envhub</c>: its verbs, and what becomes of faults.</summary>
internal static class HubCommand
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var parsed = Create(terminal).Parse(args);
        if (parsed.Errors.Count > 0) return Refuse(parsed, terminal);
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (HubException fault)
        {
            FaultText.Write(terminal, fault);
            return ExitCode.Usage;
        }
    }

    private static RootCommand Create(Terminal terminal)
    {
        var hub = new Option<string?>("--hub") { Description = "hub.json or its folder. Default: the nearest one above the current folder.", HelpName = "path", Recursive = true };
        return new RootCommand($"EnvHub compares reinforcement-learning algorithms on suites of environments.\n{ExitCode.Help}")
        {
            hub,
            ListVerb.Create(hub, terminal),
            RolloutVerb.Create(hub, terminal),
            TrainVerb.Create(hub, terminal),
            EvaluateVerb.Create(hub, terminal),
            ExportVerb.Create(hub, terminal),
            WatchVerb.Create(hub, terminal),
            CompareVerb.Create(hub, terminal),
            ResumeVerb.Create(hub, terminal),
            CleanVerb.Create(hub, terminal),
            TransferVerb.Create(terminal),
            TeachersVerb.Create(terminal),
            CheckVerb.Create(hub, terminal),
            ParityVerb.Create(hub, terminal),
            ServeEnvsVerb.Create(hub, terminal),
            BenchVerb.Create(hub, terminal),
            PythonVerb.Create(hub, terminal),
            DoctorVerb.Create(hub, terminal),
        };
    }

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        foreach (var fault in parsed.Errors) terminal.Error.WriteLine($"error EH5000 command line: {fault.Message}");
        string[] path = [.. Path(parsed.CommandResult).Reverse()];
        terminal.Error.WriteLine($"See '{string.Join(' ', path)} --help'.");
        return ExitCode.Usage;
    }

    private static IEnumerable<string> Path(System.CommandLine.Parsing.SymbolResult? result)
    {
        for (; result is not null; result = result.Parent)
            if (result is System.CommandLine.Parsing.CommandResult command) yield return command.Command is RootCommand ? "envhub" : command.Command.Name;
    }
}
