using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>What stands in a file, shortened to fit into a message.</summary>
internal static class FoundText
{
    private const int Longest = 60;

    public static string Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"a list of {json.GetArrayLength()}",
        _ => Shorten(json.GetRawText()),
    };

    private static string Shorten(string text) => text.Length <= Longest ? text : $"{text.AsSpan(0, Longest)}...";
}
