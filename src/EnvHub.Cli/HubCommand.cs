using System.CommandLine;
using System.CommandLine.Parsing;

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
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        // The last resort: a plugin's fault, a disk's or the hub's own. A user gets a sentence, not the program's insides.
        catch (Exception fault) when (!IsTraceWanted)
        {
            FaultText.Write(terminal, Shortage.Of(fault) is { } shortage ? CliErrors.Short(shortage) : CliErrors.Unexpected(fault));
            return ExitCode.Failed;
        }
    }

    private static bool IsTraceWanted => Environment.GetEnvironmentVariable(CliErrors.TraceVariable) is { Length: > 0 };

    private static RootCommand Create(Terminal terminal)
    {
        var root = Verbs(terminal);
        RefuseBlank(root);
        return root;
    }

    // No name, id, file or folder is blank; said here once, before anything looks for it.
    private static void RefuseBlank(Command command)
    {
        foreach (var option in command.Options.Where(option => IsText(option.ValueType)))
            option.Validators.Add(result => Check(result, option.Name));
        foreach (var argument in command.Arguments.Where(argument => IsText(argument.ValueType)))
            argument.Validators.Add(result => Check(result, $"<{argument.Name}>"));
        foreach (var verb in command.Subcommands) RefuseBlank(verb);

        static bool IsText(Type type) => type == typeof(string) || type == typeof(string[]);

        static void Check(SymbolResult result, string name)
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) result.AddError($"{name} is blank; give it, or leave it out.");
        }
    }

    private static RootCommand Verbs(Terminal terminal)
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
            DescribeVerb.Create(hub, terminal),
            ResumeVerb.Create(hub, terminal),
            CleanVerb.Create(hub, terminal),
            TransferVerb.Create(hub, terminal),
            TeachersVerb.Create(hub, terminal),
            CheckVerb.Create(hub, terminal),
            ParityVerb.Create(hub, terminal),
            ServeEnvsVerb.Create(hub, terminal),
            BenchVerb.Create(hub, terminal),
            PluginVerb.Create(hub, terminal),
            NewVerb.Create(terminal),
            PlotVerb.Create(hub, terminal),
            PythonVerb.Create(hub, terminal),
            TorchVerb.Create(hub, terminal),
            OnnxVerb.Create(hub, terminal),
            DoctorVerb.Create(hub, terminal),
        };
    }

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        foreach (string fault in CommandLineFaults.Of(parsed)) terminal.Error.WriteLine($"error EH5000 command line: {fault}");
        string[] path = [.. Path(parsed.CommandResult).Reverse()];
        terminal.Error.WriteLine($"See '{string.Join(' ', path)} --help'.");
        return ExitCode.Usage;
    }

    private static IEnumerable<string> Path(SymbolResult? result)
    {
        for (; result is not null; result = result.Parent)
            if (result is CommandResult command) yield return command.Command is RootCommand ? "envhub" : command.Command.Name;
    }
}
