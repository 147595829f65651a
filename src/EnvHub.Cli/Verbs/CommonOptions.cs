using System.CommandLine;

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

    public static Option<string[]> Set(string what) => new("--set")
    {
        Description = $"One of {what}; may be given again. Dots for nested ones, values in JSON or plain text.",
        HelpName = "key=value",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Refuses numbers below <paramref name="least"/> while the command line is read.</summary>
    public static Option<T> AtLeast<T>(this Option<T> option, long least) where T : struct, IConvertible
    {
        option.Validators.Add(result => Check<T>(result, option.Name, result.GetValueOrDefault<T>(), least));
        return option;
    }

    /// <inheritdoc cref="AtLeast{T}(Option{T}, long)"/>
    public static Option<T?> AtLeast<T>(this Option<T?> option, long least) where T : struct, IConvertible
    {
        option.Validators.Add(result => Check(result, option.Name, result.GetValueOrDefault<T?>(), least));
        return option;
    }

    private static void Check<T>(System.CommandLine.Parsing.OptionResult result, string name, T? value, long least) where T : struct, IConvertible
    {
        if (value is { } number && Convert.ToDecimal(number, System.Globalization.CultureInfo.InvariantCulture) < least)
            result.AddError($"{name} is {number}; it must be at least {least}.");
    }
}
