using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;

namespace EnvHub.Hosting;

/// <summary>Writes what <see cref="RecordBinder"/> takes as a JSON schema.</summary>
internal sealed class SchemaWriter
{
    private readonly XmlDocumentation _documentation = new();

    /// <summary>The schema of a record: its keys and nothing else.</summary>
    /// <param name="current">Where the defaults stand.</param>
    public JsonObject Record(Type type, object current)
    {
        var properties = OptionsProperty.Of(type);
        var keys = new JsonObject();
        foreach (var property in properties) keys[property.Name] = Property(property, property.Info.GetValue(current));
        var schema = new JsonObject { ["type"] = "object", ["properties"] = keys, ["additionalProperties"] = false };
        if (properties.Any(property => property.IsRequired))
            schema["required"] = Names(properties.Where(property => property.IsRequired).Select(property => property.Name));
        return schema;
    }

    private JsonObject Property(OptionsProperty property, object? value)
    {
        var schema = Value(property.Type, property.Range, value);
        if (property.AllowedValues is { Count: > 0 } values) schema["enum"] = new JsonArray([.. values.Select(allowed => Default(allowed!))]);
        if (property.MinimumLength > 0) schema[MinimumKey(property.Type)] = property.MinimumLength;
        if (property.AllowsNull && schema["type"] is JsonValue type) schema["type"] = new JsonArray(type.DeepClone(), "null");
        if (property.AllowsNull && schema["enum"] is JsonArray choices) choices.Add(null);
        if (_documentation.SummaryOf(property.Info) is { } summary) schema["description"] = summary;
        if (!property.IsRequired && value is not null && Default(value) is { } shown) schema["default"] = shown;
        return schema;
    }

    private JsonObject Value(Type type, ValueRange range, object? value) => OptionsKinds.Of(type) switch
    {
        OptionsKind.Flag => new() { ["type"] = "boolean" },
        OptionsKind.Integer => Number("integer", Within(type, range)),
        OptionsKind.Real => Number("number", range),
        OptionsKind.Text => new() { ["type"] = "string" },
        OptionsKind.Choice => new() { ["enum"] = Names(ChoiceNames.Of(type).Select(choice => choice.Name)) },
        OptionsKind.List => new() { ["type"] = "array", ["items"] = Value(OptionsKinds.ListElement(type)!, range, null) },
        OptionsKind.Map => new() { ["type"] = "object", ["additionalProperties"] = Value(OptionsKinds.MapElement(type)!, range, null) },
        OptionsKind.Record => TextOrRecord(type, value),
        _ => new() { ["type"] = "object" },
    };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    private JsonObject TextOrRecord(Type type, object? value)
    {
        var record = Record(type, value ?? Activator.CreateInstance(type)!);
        if (!type.IsDefined(typeof(StandsForTextAttribute))) return record;
        return new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, record) };
    }

    private static JsonObject Number(string type, ValueRange range)
    {
        var schema = new JsonObject { ["type"] = type };
        if (double.IsFinite(range.Low)) schema[range.LowExcluded ? "exclusiveMinimum" : "minimum"] = Exact(range.Low);
        if (double.IsFinite(range.High)) schema[range.HighExcluded ? "exclusiveMaximum" : "maximum"] = Exact(range.High);
        return schema;
    }

    // Whole bounds without a point.
    private static JsonValue Exact(double bound) =>
        bound == Math.Truncate(bound) && Math.Abs(bound) < 1e15 ? JsonValue.Create((long)bound) : JsonValue.Create(bound);

    // The limits of a type are not worth a line, but that it takes no negative numbers is.
    private static ValueRange Within(Type type, ValueRange range) =>
        range.Low < 0 && OptionsKinds.IntegerLimits(type)!.Value.Low == 0 ? range with { Low = 0 } : range;

    private static string MinimumKey(Type type) => OptionsKinds.Of(type) switch
    {
        OptionsKind.List => "minItems",
        OptionsKind.Map => "minProperties",
        _ => "minLength",
    };

    private static JsonNode? Default(object value) => value switch
    {
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        Enum choice => JsonValue.Create(ChoiceNames.NameOf(choice)),
        float number => float.IsFinite(number) ? JsonNode.Parse(ShownValue.Of(number)) : null,
        double number => double.IsFinite(number) ? JsonNode.Parse(ShownValue.Of(number)) : null,
        IDictionary => null,
        IEnumerable items => new JsonArray([.. items.Cast<object>().Select(Default)]),
        _ when OptionsKinds.IntegerLimits(value.GetType()) is not null => JsonNode.Parse(ShownValue.Of(value)),
        _ => null,
    };
}
