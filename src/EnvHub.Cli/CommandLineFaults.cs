using System.CommandLine;
using System.CommandLine.Parsing;

namespace EnvHub.Cli;

/// <summary>What is wrong with a command line, in a user's words: what was given, what may be, and the nearest name.</summary>
internal static class CommandLineFaults
{
    // System.CommandLine names no kind of fault; the texts are its own, and the same in every locale.
    private const string Conversion = "Cannot parse argument", Unmatched = "Unrecognized command or argument";

    /// <summary>What the library says of a word that is neither an option nor an argument.</summary>
    public static string Unrecognized(string word) => $"{Unmatched} '{word}'.";

    /// <summary>One sentence per fault.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        bool lacksVerb = command.Action is null && command.Subcommands.Count > 0;
        if (lacksVerb) yield return WithoutVerb(command, parsed.UnmatchedTokens);
        foreach (var error in parsed.Errors)
            if (!lacksVerb || error.SymbolResult is not CommandResult) yield return Reword(error, command);
    }

    private static string WithoutVerb(Command command, IReadOnlyList<string> unmatched)
    {
        string[] names = [.. command.Subcommands.Select(verb => verb.Name)];
        string subject = unmatched.Count == 0 ? "a command is missing" : $"'{unmatched[0]}' is no command";
        return $"{subject}; there are {string.Join(", ", names)}.{Hint(unmatched.Count == 0 ? "" : unmatched[0], names)}";
    }

    private static string Reword(ParseError error, Command command)
    {
        if (error.Message.StartsWith(Conversion, StringComparison.Ordinal) && Wanted(error.SymbolResult) is var (name, given, wanted))
            return $"{name} is '{given}'; it must be {wanted}.";
        if (!error.Message.StartsWith(Unmatched, StringComparison.Ordinal)) return error.Message;
        string token = error.Message.Split('\'') is [_, var quoted, ..] ? quoted : "";
        return error.Message + Hint(token, command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(verb => verb.Name)));
    }

    private static (string Name, string Given, string Wanted)? Wanted(SymbolResult? result) => result switch
    {
        OptionResult option when Words(option.Option.ValueType) is { } words => (option.Option.Name, Given(option.Tokens), words),
        ArgumentResult { Parent: OptionResult option } when Words(option.Option.ValueType) is { } words => (option.Option.Name, Given(option.Tokens), words),
        ArgumentResult argument when Words(argument.Argument.ValueType) is { } words => ($"<{argument.Argument.Name}>", Given(argument.Tokens), words),
        _ => null,
    };

    private static string Given(IReadOnlyList<Token> tokens) => string.Join(' ', tokens.Select(token => token.Value));

    private static string? Words(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return $"one of {string.Join(", ", Enum.GetNames(type))}";
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => $"a whole number of at most {int.MaxValue}",
            TypeCode.Int64 => $"a whole number of at most {long.MaxValue}",
            TypeCode.UInt64 => $"a whole number from 0 to {ulong.MaxValue}",
            TypeCode.Double => "a number",
            TypeCode.Boolean => "true or false",
            _ => null,
        };
    }

    private static string Hint(string word, IEnumerable<string> names) => CloseMatch.Find(word, names) is { } match ? $" Did you mean '{match}'?" : "";
}
