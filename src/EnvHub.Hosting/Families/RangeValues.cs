using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>The ends or choices of one setting's range, each checked as a value of that setting.</summary>
internal sealed class RangeValues(OptionsProperty property, ValueBinder values, List<ConfigurationFault> faults)
{
    private readonly OptionsKind _kind = OptionsKinds.Of(property.Type);

    /// <summary>Numbers between two ends, both included; null where the range is at fault.</summary>
    public SettingRange? Between(JsonElement low, JsonElement high, RangeScale scale, string path, string? entry)
    {
        if (_kind is not (OptionsKind.Real or OptionsKind.Integer or OptionsKind.Raw) || property.AllowedValues.Count > 0)
            return Refuse(path, $"the range {Shown(low, high)}", $"\"random\", or choices of {AllowedText.Of(property)}", "This setting has no numbers between.");
        bool isSound = IsValue(low, JsonPath.Item(path, 0)) & IsValue(high, JsonPath.Item(path, 1));
        if (!isSound) return null;
        if (!low.TryGetDouble(out double least) || !high.TryGetDouble(out double most) || !(least < most))
            return Refuse(path, $"the range {Shown(low, high)}", "a lower number, then a higher one", "An only value goes into \"settings\".");
        if (!double.IsFinite(most - least))
            return Refuse(path, $"the range {Shown(low, high)}", "two ends whose distance a double holds", "Narrow the range.");
        if (scale == RangeScale.Log && least <= 0)
            return Refuse(path, $"the range {Shown(low, high)} over logarithms", "numbers above 0", "Raise the lower end, or leave out the scale.");
        if (_kind != OptionsKind.Integer) return new(property.Name, entry, RangeWidth.RealValues(least, most, scale), Draws.Real(least, most, scale));
        // Ends that a double cannot tell from their neighbours are not the ends that were written.
        return least >= -RangeWidth.LargestInteger && most <= RangeWidth.LargestInteger
            ? new(property.Name, entry, most - least + 1, Draws.Integer((long)least, (long)most, scale))
            : Refuse(path, $"the range {Shown(low, high)}", $"whole numbers from -{RangeWidth.LargestInteger} to {RangeWidth.LargestInteger}", "Narrow the range.");
    }

    /// <summary>Any of a few values; null where one is at fault or there are not at least two.</summary>
    public SettingRange? AmongAll(IReadOnlyList<JsonElement> choices, string path, string? entry)
    {
        bool isSound = true;
        for (int i = 0; i < choices.Count; i++) isSound &= IsValue(choices[i], JsonPath.Item(path, i));
        if (!isSound) return null;
        int different = choices.Select(choice => choice.GetRawText()).Distinct().Count();
        return different >= 2 && different == choices.Count
            ? new(property.Name, entry, different, Draws.Choice([.. choices.Select(choice => JsonNode.Parse(choice.GetRawText())!)]))
            : Refuse(path, $"{different} different values in a list of {choices.Count}", "two values or more, each once", "Give a fixed value in \"settings\".");
    }

    private bool IsValue(JsonElement json, string path)
    {
        // What is within such a setting is another's: any single value.
        if (_kind == OptionsKind.Raw) return json.ValueKind is JsonValueKind.Number or JsonValueKind.String or JsonValueKind.True or JsonValueKind.False
            || Fault(path, FoundText.Of(json), "a number, a text, true or false", "Change the value.");
        if (json.ValueKind == JsonValueKind.Null) return Fault(path, "null", AllowedText.Of(property), "Give it a value.");
        if (!values.TryBind(json, property, path, null, out object? value)) return false;
        return property.AllowedValues.Count == 0 || property.AllowedValues.Contains(value)
            || Fault(path, FoundText.Of(json), AllowedText.Of(property), "Choose one of these.");
    }

    private bool Fault(string path, string found, string allowed, string message)
    {
        faults.Add(new(path, found, allowed, message));
        return false;
    }

    private SettingRange? Refuse(string path, string found, string allowed, string message)
    {
        Fault(path, found, allowed, message);
        return null;
    }

    private static string Shown(JsonElement low, JsonElement high) =>
        string.Create(CultureInfo.InvariantCulture, $"[{FoundText.Of(low)}, {FoundText.Of(high)}]");
}
