using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Binds objects to records; values go to <see cref="ValueBinder"/>.</summary>
internal sealed class RecordBinder
{
    private readonly ICollection<ConfigurationFault> _faults;
    private readonly ValueBinder _values;

    public RecordBinder(ICollection<ConfigurationFault> faults) => (_faults, _values) = (faults, new ValueBinder(this, faults));

    /// <param name="current">What a nested record is by default; the keys that are not given keep its values.</param>
    public object Bind(JsonElement json, Type type, string path, object? current)
    {
        int before = _faults.Count;
        var record = Copy(current, type);
        var properties = OptionsProperty.Of(type);
        if (json.ValueKind == JsonValueKind.String && type.GetCustomAttribute<StandsForTextAttribute>() is { } standsFor)
            BindText(json, record, properties.Single(property => property.Info.Name == standsFor.Property), path);
        else if (json.ValueKind is JsonValueKind.Object or JsonValueKind.Undefined)
            BindKeys(json, record, properties, path);
        else
            _faults.Add(new(path, FoundText.Of(json), AllowedText.Of(type, ValueRange.Everything), "Write an object in braces."));
        if (_faults.Count == before) Validate(record, properties, path);
        return record;
    }

    private void BindText(JsonElement json, object record, OptionsProperty property, string path)
    {
        if (_values.TryBind(json, property, path, null, out object? value)) property.Info.SetValue(record, value);
    }

    private void BindKeys(JsonElement json, object record, IReadOnlyList<OptionsProperty> properties, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject()) BindKey(member, record, properties, seen, path);
        }
        foreach (var property in properties)
        {
            if (property.IsRequired && !seen.Contains(property.Name))
                _faults.Add(new(JsonPath.Child(path, property.Name), "nothing", AllowedText.Of(property), "Add this key."));
        }
    }

    private void BindKey(JsonProperty member, object record, IReadOnlyList<OptionsProperty> properties, HashSet<string> seen, string path)
    {
        string child = JsonPath.Child(path, member.Name);
        if (!seen.Add(member.Name))
            _faults.Add(new(child, "the key a second time", "each key once", "Remove one of the two."));
        else if (properties.FirstOrDefault(property => property.Name == member.Name) is not { } property)
            _faults.Add(UnknownKey(child, member.Name, properties));
        else if (_values.TryBind(member.Value, property, child, property.Info.GetValue(record), out object? value))
            property.Info.SetValue(record, value);
    }

    private static ConfigurationFault UnknownKey(string path, string name, IReadOnlyList<OptionsProperty> properties)
    {
        string hint = CloseMatch.Hint(name, properties.Select(property => property.Name));
        return new(path, $"the unknown key '{name}'", $"the keys {AllowedText.Keys(properties)}", hint.Length > 0 ? hint.TrimStart() : "Remove it.");
    }

    // What the record and its attributes check beyond type and range, once its values are all in place.
    private void Validate(object record, IReadOnlyList<OptionsProperty> properties, string path)
    {
        foreach (var property in properties)
        {
            object? value = property.Info.GetValue(record);
            foreach (var attribute in property.Info.GetCustomAttributes<ValidationAttribute>())
            {
                if (attribute is RangeAttribute or MinLengthAttribute || attribute.IsValid(value)) continue;
                // A pattern says in its message what texts may be.
                var (allowed, message) = attribute is RegularExpressionAttribute ? (attribute.FormatErrorMessage(property.Name), "Write one of these.")
                    : (AllowedText.Of(property), attribute is AllowedValuesAttribute ? "Choose one of these." : attribute.FormatErrorMessage(property.Name));
                _faults.Add(new(JsonPath.Child(path, property.Name), ShownValue.Of(value), allowed, message));
            }
        }
        if (record is not IValidatableObject validatable) return;
        foreach (var result in validatable.Validate(new ValidationContext(record)))
        {
            var named = properties.FirstOrDefault(property => result.MemberNames.Contains(property.Info.Name));
            string where = named is null ? path : JsonPath.Child(path, named.Name);
            string found = named is null ? "values that do not fit together" : ShownValue.Of(named.Info.GetValue(record));
            // A plain result has one sentence for both.
            string message = result.ErrorMessage ?? "The record refuses it.";
            _faults.Add(result is Refused refused ? new(where, found, refused.Allowed, message)
                : new(where, found, message.TrimEnd('.'), named is null ? "Change one of them." : "Change the value."));
        }
    }

    // A record's own copy method; init properties of the copy may then be set without touching the default that others share.
    private static object Copy(object? current, Type type)
    {
        if (current is null || current.GetType() != type) return Activator.CreateInstance(type)!;
        var copy = type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance);
        return copy?.Invoke(current, null) ?? Activator.CreateInstance(type)!;
    }
}
