using System.CommandLine;
using System.Globalization;

namespace EnvHub.Cli;

/// <summary>Options that several verbs take.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Write one JSON value to standard output, everything else to standard error." };

    public static Option<int> Parallel() => new("--parallel")
    {
        Description = "Trials at a time.",
        HelpName = "trials",
        DefaultValueFactory = _ => Environment.ProcessorCount,
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

    public static Option<string[]> Wrap() => new("--wrap")
    {
        Description = "A wrapper around the environment; may be given again, from the inside out. See list wrappers.",
        HelpName = "name[:key=value,...]",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Refuses numbers below <paramref name="least"/> while the command line is read.</summary>
    public static Option<T> AtLeast<T>(this Option<T> option, long least)
    {
        option.Validators.Add(result =>
        {
            // What is no number at all is refused where it is converted.
            if (result.Tokens is [var token] && decimal.TryParse(token.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out decimal number) && number < least)
                result.AddError($"{option.Name} is {number}; it must be at least {least}.");
        });
        return option;
    }
}
