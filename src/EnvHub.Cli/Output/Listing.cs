using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>One list in both of its forms.</summary>
/// <param name="Notes">Paragraphs below the table.</param>
internal sealed record Listing(TextTable Table, JsonArray Json, params IReadOnlyList<string> Notes)
{
    /// <summary>Lines to be copied: never wrapped.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>Shows it in one form or the other.</summary>
    public void Write(Terminal terminal, bool json)
    {
        if (json)
        {
            JsonOutput.Write(terminal, Json);
            return;
        }
        Table.Write(terminal);
        if (Notes.Count + Commands.Count > 0) terminal.Output.WriteLine();
        foreach (string note in Notes) Paragraph.Write(terminal, note);
        foreach (string command in Commands) terminal.Output.WriteLine(command);
    }
}
