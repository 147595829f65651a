using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>One list in both of its forms.</summary>
internal sealed record Listing(TextTable Table, JsonArray Json);
