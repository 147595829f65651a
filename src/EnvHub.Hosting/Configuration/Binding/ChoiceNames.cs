using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>How an enumeration's values are written in JSON: camelCase, or as <see cref="JsonStringEnumMemberNameAttribute"/> says.</summary>
internal static class ChoiceNames
{
    public static IReadOnlyList<(string Name, object Value)> Of(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (NameOf(field), field.GetValue(null)!))];

    public static string NameOf(object value) => NameOf(value.GetType().GetField($"{value}")!);

    private static string NameOf(FieldInfo field) =>
        field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name);
}
