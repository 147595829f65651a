using System.Collections;
using System.Globalization;

namespace EnvHub.Hosting;

/// <summary>A bound value as a user would write it.</summary>
internal static class ShownValue
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        Enum choice => $"\"{ChoiceNames.NameOf(choice)}\"",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Of))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
