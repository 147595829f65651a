using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>One list in both of its forms.</summary>
/// <param name="Notes">Paragraphs below the table.</param>
internal sealed record Listing(TextTable Table, JsonArray Json, params IReadOnlyList<string> Notes)
{
    /// <summary>Lines to be copied: never wrapped.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];
}
