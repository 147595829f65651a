using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>One list in both of its forms.</summary>
/// <param name="Notes">Lines below the table.</param>
internal sealed record Listing(TextTable Table, JsonArray Json, params IReadOnlyList<string> Notes);
