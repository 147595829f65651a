using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace EnvHub.Cli;

/// <summary>Options that several verbs take.</summary>
internal static class CommonOptions
{
    // Of set-ups: a name that is none, a folder that is not theirs.
    private static readonly string[] BadArguments = ["EH4630", "EH4634", "EH4765", "EH4902", "EH3001"];

    /// <summary>As many as hub.json may ask for.</summary>
    public const int MostSeeds = 10_000;

    public static Option<bool> Json() => new("--json") { Description = "Write one JSON value to standard output, everything else to standard error." };

    public static Option<int> Parallel() => new("--parallel")
    {
        Description = "Trials at a time.",
        HelpName = "trials",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    /// <summary>Does what may fail though the command line has no fault: then the exit code is that of a failure.</summary>
    public static async Task<int> Attempt(Terminal terminal, Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (HubException fault) when (fault is not HubConfigurationException && !BadArguments.Contains(fault.Code))
        {
            FaultText.Write(terminal, fault);
            return ExitCode.Failed;
        }
    }

    public static Option<string?> Backend(string otherwise) => new("--backend")
    {
        Description = $"The network backend, with options where it has any, e.g. torchsharp:device=cuda; see 'list backends'. Default: {otherwise}.",
        HelpName = "name[:key=value,...]",
    };

    public static Option<double?> Checkpoint(string otherwise) => new("--checkpoint-seconds")
    {
        Description = $"Seconds from one checkpoint to the next; 0 for none. Default: {otherwise}.",
        HelpName = "seconds",
    };

    /// <summary>What <see cref="Checkpoint"/> says; null where it was not given.</summary>
    public static CheckpointOptions? CheckpointOf(double? seconds) =>
        seconds is { } given ? new CheckpointOptions { Enabled = given > 0, Seconds = given > 0 ? given : new CheckpointOptions().Seconds } : null;

    public static Option<string[]> Set(string what) => new("--set")
    {
        Description = $"One of {what}; may be given again. Dots for nested ones, values in JSON or plain text.",
        HelpName = "key=value",
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Onnx() => new("--onnx")
    {
        Description = "An ONNX file with a policy, exported by any tool, instead of a trial. Takes 'envhub onnx setup' once.",
        HelpName = "file",
    };

    public static Option<string[]> Read() => new("--read")
    {
        Description = "With --onnx: how the file is read where it does not say so itself, an option of the learner onnx, e.g. gives=logits; may be given again.",
        HelpName = "key=value",
        DefaultValueFactory = _ => [],
    };

    public static Option<string[]> Wrap() => new("--wrap")
    {
        Description = "A wrapper around the environment; may be given again, from the inside out. See list wrappers.",
        HelpName = "name[:key=value,...]",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Whether an option or argument was written; asked of a verb's validator, where a value that is asked for is no longer checked itself.</summary>
    public static bool IsGiven(this CommandResult result, Symbol symbol) => symbol switch
    {
        Argument argument => result.GetResult(argument) is { Tokens.Count: > 0 },
        Option option => result.GetResult(option) is { Implicit: false },
        _ => false,
    };

    /// <summary>Refuses values that begin as options do: an argument of any length would take every misspelt option for one of its own.</summary>
    public static Argument<T> WithoutOptions<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option) result.AddError(CommandLineFaults.Unrecognized(option.Value));
        });
        return argument;
    }

    /// <summary>Refuses numbers below <paramref name="least"/>, and those that are not finite, while the command line is read.</summary>
    public static Option<T> AtLeast<T>(this Option<T> option, long least) =>
        option.Check(number => number >= least && double.IsFinite(number), $"at least {least}");

    /// <summary>Refuses numbers above <paramref name="most"/> while the command line is read.</summary>
    public static Option<T> AtMost<T>(this Option<T> option, long most) => option.Check(number => number <= most, $"at most {most}");

    /// <summary>Refuses numbers that are not <paramref name="allowed"/>.</summary>
    /// <param name="allowed">What they must be, in words.</param>
    public static Option<T> Check<T>(this Option<T> option, Func<double, bool> isAllowed, string allowed)
    {
        option.Validators.Add(result =>
        {
            // What is no number at all is refused where it is converted; but there 1,5 would be 15.
            if (result.Tokens is [{ Value: var text }] && text.Contains(',', StringComparison.Ordinal))
                result.AddError($"{option.Name} is '{text}'; it must be a number with a point and without commas.");
            else if (result.Tokens is [var token] && double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !isAllowed(number))
                result.AddError($"{option.Name} is {token.Value}; it must be {allowed}.");
        });
        return option;
    }
}
