namespace EnvHub.Hosting;

/// <summary>What a value may be, for messages.</summary>
internal static class AllowedText
{
    public static string Of(OptionsProperty property)
    {
        string text = property.AllowedValues is { Count: > 0 } values ? string.Join(", ", values.Select(ShownValue.Of)) : Of(property.Type, property.Range);
        if (property.MinimumLength > 0) text += $" with at least {property.MinimumLength}";
        return property.AllowsNull ? $"{text}, or null" : text;
    }

    public static string Of(Type type, ValueRange range) => OptionsKinds.Of(type) switch
    {
        OptionsKind.Flag => "true or false",
        OptionsKind.Integer => $"a whole number{Within(type, range)}",
        OptionsKind.Real => $"a number{range}",
        OptionsKind.Text => "a text",
        OptionsKind.Choice => string.Join(", ", ChoiceNames.Of(type).Select(choice => $"\"{choice.Name}\"")),
        OptionsKind.List => $"a list, each item {Of(OptionsKinds.ListElement(type)!, range)}",
        OptionsKind.Map => "an object with one key per name",
        OptionsKind.Record => $"an object with the keys {Keys(OptionsProperty.Of(type))}",
        OptionsKind.Raw => "an object",
        _ => "nothing: its type cannot be written in JSON",
    };

    public static string Keys(IReadOnlyList<OptionsProperty> properties) =>
        properties.Count == 0 ? "of no kind" : string.Join(", ", properties.Select(property => property.Name));

    // An unsigned type says "at least 0"; a signed one says its limits only where the range does not.
    private static string Within(Type type, ValueRange range)
    {
        if (range != ValueRange.Everything) return range.ToString();
        var (low, high) = OptionsKinds.IntegerLimits(type)!.Value;
        return $" in [{low}, {high}]";
    }
}
