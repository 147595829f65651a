namespace EnvHub.Cli;

/// <summary>Where a verb writes: results to one stream, everything else to the other.</summary>
/// <param name="Output">Results: text, or the one JSON value.</param>
/// <param name="Error">Progress, notes and faults.</param>
/// <param name="IsOutputTerminal">Whether a person sees <paramref name="Output"/> in colour.</param>
/// <param name="IsErrorTerminal">Whether a person sees <paramref name="Error"/>, and lines on it can be redrawn.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool IsOutputTerminal, bool IsErrorTerminal)
{
    private const int DefaultWidth = 120, DefaultHeight = 40;

    /// <summary>The process's own.</summary>
    public static Terminal System => new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>Columns that a line of <see cref="Output"/> has; unlimited where it goes to a file.</summary>
    public int Width => !IsOutputTerminal ? int.MaxValue : Console.WindowWidth is > 0 and var width ? width : DefaultWidth;

    /// <summary>Lines that a person sees at a time.</summary>
    public int Height => !IsOutputTerminal ? int.MaxValue : Console.WindowHeight is > 0 and var height ? height : DefaultHeight;

    /// <summary>Whether a person sees colours, and wants them.</summary>
    public bool HasColor => IsOutputTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Bold where a person sees it.</summary>
    public string Bold(string text) => Style(text, "1");

    /// <summary>Dim where a person sees it.</summary>
    public string Dim(string text) => Style(text, "2");

    private string Style(string text, string code) =>
        HasColor ? $"\e[{code}m{text}\e[0m" : text;
}
