using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary>Writes the one JSON value that <c>--json</c> promises.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Terminal terminal, JsonNode value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Format)) value.WriteTo(writer);
        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    public static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    public static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];

    /// <summary>An interval's ends and its level; null for ends that one seed alone does not have.</summary>
    public static JsonObject Interval(ConfidenceInterval interval) => new()
    {
        ["low"] = Finite(interval.Low),
        ["high"] = Finite(interval.High),
        ["level"] = interval.Level,
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
