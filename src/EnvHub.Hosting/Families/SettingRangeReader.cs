using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>Reads what a family draws and checks it against the settings of its environment.</summary>
internal sealed class SettingRangeReader(Type settings, List<ConfigurationFault> faults)
{
    private const string Forms = "[low, high], { \"low\", \"high\", \"scale\" }, { \"choices\" } or \"random\"";

    private readonly IReadOnlyList<OptionsProperty> _properties = OptionsProperty.Of(settings);
    private readonly ValueBinder _values = new(new RecordBinder(faults), faults);

    /// <summary>The ranges, in the order of the file; those at fault are left out.</summary>
    /// <param name="fixedSettings">What the family gives a value.</param>
    /// <param name="path">Of <paramref name="vary"/>.</param>
    public IReadOnlyList<SettingRange> Read(JsonElement vary, JsonObject fixedSettings, string path)
    {
        if (vary.ValueKind != JsonValueKind.Object || !vary.EnumerateObject().Any())
        {
            faults.Add(new(path, FoundText.Of(vary), "an object with one key per setting that is drawn", "Give a family at least one range."));
            return [];
        }
        var ranges = new List<SettingRange>();
        foreach (var member in vary.EnumerateObject())
        {
            string child = JsonPath.Child(path, member.Name);
            if (Read(member.Name, member.Value, child) is not { } range) continue;
            if (ranges.Any(other => other.Name == range.Name))
                faults.Add(new(child, $"the setting {range.Name} a second time", "each setting once", "Remove one of the two."));
            else if (range.IsIn(fixedSettings))
                faults.Add(new(child, $"a range of {range.Name}, which has a value in \"settings\" too", "either of them", "Remove one of the two."));
            else
                ranges.Add(range);
        }
        return ranges;
    }

    private SettingRange? Read(string name, JsonElement json, string path)
    {
        string[] parts = name.Split('.', 2);
        // Case, blanks and underscores do not count: "force sign" is force_sign.
        var property = _properties.FirstOrDefault(property => Letters(property.Name) == Letters(parts[0]));
        if (property is null)
        {
            string hint = CloseMatch.Hint(name, _properties.Select(known => known.Name));
            faults.Add(new(path, $"the unknown setting '{name}'", $"the settings {AllowedText.Keys(_properties)}", hint.Length > 0 ? hint.TrimStart() : "Remove it."));
            return null;
        }
        var entry = parts.Length == 2 ? parts[1] : null;
        if (entry is null == (OptionsKinds.Of(property.Type) != OptionsKind.Raw)) return Read(property, entry, json, path);
        faults.Add(new(path, $"the setting '{name}'", entry is null ? $"an entry of {property.Name}, like {property.Name}.gravity" : property.Name,
            entry is null ? "Name the entry after a point." : "Take the part after the point out."));
        return null;
    }

    private SettingRange? Read(OptionsProperty property, string? entry, JsonElement json, string path)
    {
        var values = new RangeValues(property, _values, faults);
        return json.ValueKind switch
        {
            JsonValueKind.String when json.ValueEquals("random") => Any(property, entry, json, path),
            JsonValueKind.Array when json.GetArrayLength() == 2 =>
                values.Between(json[0], json[1], RangeScale.Linear, path, entry),
            JsonValueKind.Object when json.TryGetProperty("choices", out var choices) && json.EnumerateObject().Count() == 1 && choices.ValueKind == JsonValueKind.Array =>
                values.AmongAll([.. choices.EnumerateArray()], JsonPath.Child(path, "choices"), entry),
            JsonValueKind.Object when Scale(json) is { } scale => values.Between(json.GetProperty("low"), json.GetProperty("high"), scale, path, entry),
            _ => Refuse(path, json, Forms, "Write the range in one of these forms."),
        };
    }

    // What "random" means: a setting of few values has any of them.
    private SettingRange? Any(OptionsProperty property, string? entry, JsonElement json, string path)
    {
        JsonNode[] values = (OptionsKinds.Of(property.Type), property.AllowedValues.Count) switch
        {
            (_, > 0) => [.. property.AllowedValues.Select(value => JsonNode.Parse(ShownValue.Of(value))!)],
            (OptionsKind.Flag, _) => [JsonValue.Create(false), JsonValue.Create(true)],
            (OptionsKind.Choice, _) => [.. ChoiceNames.Of(property.Type).Select(choice => JsonValue.Create(choice.Name))],
            _ => [],
        };
        return values.Length > 0
            ? new(property.Name, entry, values.Length, Draws.Choice(values))
            : Refuse(path, json, $"a range or choices, each value {AllowedText.Of(property)}", "\"random\" is for settings of few values.");
    }

    // Of { low, high } with or without a scale, and nothing else; null for another form.
    private static RangeScale? Scale(JsonElement json)
    {
        if (!json.TryGetProperty("low", out _) || !json.TryGetProperty("high", out _)) return null;
        bool hasScale = json.TryGetProperty("scale", out var scale);
        if (json.EnumerateObject().Count() != (hasScale ? 3 : 2)) return null;
        if (!hasScale) return RangeScale.Linear;
        return scale.ValueKind != JsonValueKind.String ? null : scale.GetString() switch { "linear" => RangeScale.Linear, "log" => RangeScale.Log, _ => null };
    }

    private SettingRange? Refuse(string path, JsonElement json, string allowed, string message)
    {
        faults.Add(new(path, FoundText.Of(json), allowed, message));
        return null;
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
