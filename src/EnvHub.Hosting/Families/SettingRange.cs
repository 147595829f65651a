using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>One setting that a family draws.</summary>
/// <param name="Setting">The key in the settings.</param>
/// <param name="Entry">The key within it, where the setting is itself an object; null else.</param>
/// <param name="Values">How many different values there are at most.</param>
/// <param name="Draw">Draws one of them.</param>
internal sealed record SettingRange(string Setting, string? Entry, double Values, Func<RandomGenerator, JsonNode> Draw)
{
    /// <summary>The setting as a path below the settings; also the name of its random stream.</summary>
    public string Name => Entry is null ? Setting : $"{Setting}.{Entry}";

    /// <summary>Writes <paramref name="value"/> where the setting stands.</summary>
    public void Assign(JsonObject settings, JsonNode value)
    {
        if (Entry is null)
        {
            settings[Setting] = value;
            return;
        }
        if (settings[Setting] is not JsonObject entries) settings[Setting] = entries = [];
        entries[Entry] = value;
    }

    /// <summary>Whether <paramref name="settings"/> give the setting a value already.</summary>
    public bool IsIn(JsonObject settings) =>
        Entry is null ? settings.ContainsKey(Setting) : settings[Setting] is JsonObject entries && entries.ContainsKey(Entry);
}
