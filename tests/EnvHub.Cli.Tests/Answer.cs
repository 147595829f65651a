using System.Text.Json;

namespace EnvHub.Cli.Tests;

/// <summary>What a command line came to.</summary>
internal sealed record Answer(int Code, string Output, string Error)
{
    /// <summary>Standard output as the one JSON value that it must be.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public override string ToString() => $"exit code {Code}\n{Output}\n{Error}";
}
