using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Binds single values, lists and maps.</summary>
internal sealed class ValueBinder(RecordBinder records, ICollection<ConfigurationFault> faults)
{
    /// <param name="current">What the property is by default.</param>
    /// <returns>False where a fault was added and the default stays.</returns>
    public bool TryBind(JsonElement json, OptionsProperty property, string path, object? current, out object? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null && property.AllowsNull) return true;
        if (!TryBind(json, property.Type, property.Range, path, current, out value, property.AllowsNull ? ", or null" : "")) return false;
        int length = value switch { ICollection items => items.Count, string text => text.Length, _ => int.MaxValue };
        return length >= property.MinimumLength || Refuse(path, json, AllowedText.Of(property), "Give more.");
    }

    private bool TryBind(JsonElement json, Type type, ValueRange range, string path, object? current, out object? value, string alternative = "")
    {
        value = null;
        var kind = OptionsKinds.Of(type);
        bool isBound = (kind, json.ValueKind) switch
        {
            (OptionsKind.Flag, JsonValueKind.True or JsonValueKind.False) => Give(json.GetBoolean(), out value),
            (OptionsKind.Text, JsonValueKind.String) => Give(json.GetString()!, out value),
            (OptionsKind.Raw, JsonValueKind.Object) => Give(json, out value),
            (OptionsKind.Choice, JsonValueKind.String) => TryChoose(json.GetString()!, type, out value),
            (OptionsKind.Integer, JsonValueKind.Number) => TryInteger(json, type, range, out value),
            (OptionsKind.Real, JsonValueKind.Number) => TryReal(json, type, range, out value),
            _ => false,
        };
        if (isBound) return true;
        return (kind, json.ValueKind) switch
        {
            (OptionsKind.List, JsonValueKind.Array) => TryList(json, type, range, path, out value),
            (OptionsKind.Map, JsonValueKind.Object) => TryMap(json, OptionsKinds.MapElement(type)!, path, out value),
            (OptionsKind.Record, not JsonValueKind.Null) => Give(records.Bind(json, type, path, current), out value),
            _ => Refuse(path, json, AllowedText.Of(type, range) + alternative, Advice(json, type, kind)),
        };
    }

    private static bool TryChoose(string name, Type type, out object? value)
    {
        value = ChoiceNames.Of(type).FirstOrDefault(choice => choice.Name == name).Value;
        return value is not null;
    }

    private static bool TryInteger(JsonElement json, Type type, ValueRange range, out object? value)
    {
        value = null;
        var (low, high) = OptionsKinds.IntegerLimits(type)!.Value;
        if (!json.TryGetDecimal(out decimal number) || number != decimal.Truncate(number) || number < low || number > high) return false;
        return range.Contains((double)number) && Give(Convert.ChangeType(number, type, CultureInfo.InvariantCulture), out value);
    }

    // The range is checked before a float is rounded: 0.1 is not above 0.1.
    private static bool TryReal(JsonElement json, Type type, ValueRange range, out object? value)
    {
        value = null;
        if (!json.TryGetDouble(out double number) || !double.IsFinite(number) || !range.Contains(number)) return false;
        if (type == typeof(double)) return Give(number, out value);
        return float.IsFinite((float)number) && Give((float)number, out value);
    }

    // Lists, maps and records come back with what could be bound: their faults are noted, and what is sound can be checked further.
    private bool TryList(JsonElement json, Type type, ValueRange range, string path, out object? value)
    {
        var element = OptionsKinds.ListElement(type)!;
        var bound = new List<object?>(json.GetArrayLength());
        int index = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (TryBind(item, element, range, JsonPath.Item(path, index++), null, out object? boundItem)) bound.Add(boundItem);
        }
        var items = Array.CreateInstance(element, bound.Count);
        ((ICollection)bound).CopyTo(items, 0);
        return Give(type.IsInstanceOfType(items) ? items : Activator.CreateInstance(type, items)!, out value);
    }

    private bool TryMap(JsonElement json, Type element, string path, out object? value)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element))!;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            string child = JsonPath.Child(path, member.Name);
            if (!seen.Add(member.Name)) faults.Add(new(child, "the key a second time", "each key once", "Remove one of the two."));
            else if (TryBind(member.Value, element, ValueRange.Everything, child, null, out object? bound)) map.Add(member.Name, bound);
        }
        return Give(map, out value);
    }

    private bool Refuse(string path, JsonElement json, string allowed, string message)
    {
        faults.Add(new(path, FoundText.Of(json), allowed, message));
        return false;
    }

    private static string Advice(JsonElement json, Type type, OptionsKind kind) => (kind, json.ValueKind) switch
    {
        (OptionsKind.Choice, JsonValueKind.String)
            when CloseMatch.Hint(json.GetString()!, ChoiceNames.Of(type).Select(choice => choice.Name)) is { Length: > 0 } hint => hint.TrimStart(),
        (OptionsKind.Choice, JsonValueKind.String) => "Choose one of these.",
        (OptionsKind.Integer or OptionsKind.Real, JsonValueKind.String) => "Write a number without quotes.",
        _ => "Change the value.",
    };

    private static bool Give(object given, out object? value)
    {
        value = given;
        return true;
    }
}
