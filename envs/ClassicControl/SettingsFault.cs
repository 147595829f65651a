using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;
using static System.FormattableString;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The faults between two settings of a record, told in the names that users write.</summary>
internal static class SettingsFault
{
    /// <summary>One fault if <paramref name="low"/> exceeds <paramref name="high"/>; both name properties.</summary>
    public static IEnumerable<ValidationResult> IfAbove(EnvironmentSettings settings, string low, string high) =>
        Unless(ValueOf(settings, low) <= ValueOf(settings, high), settings, low, high, ("at most", "the first may not exceed the second"));

    /// <summary>One fault if <paramref name="low"/> is not below <paramref name="high"/>; both name properties.</summary>
    public static IEnumerable<ValidationResult> IfNotBelow(EnvironmentSettings settings, string low, string high) =>
        Unless(ValueOf(settings, low) < ValueOf(settings, high), settings, low, high, ("below", "the first must be below the second"));

    /// <summary>One fault if the size of <paramref name="speed"/> exceeds <paramref name="limit"/>; both name properties.</summary>
    public static IEnumerable<ValidationResult> IfFaster(EnvironmentSettings settings, string speed, string limit) =>
        Unless(Math.Abs(ValueOf(settings, speed)) <= ValueOf(settings, limit), settings, speed, limit, ("no larger in size than", "the size of the first may not exceed the second"));

    private static IEnumerable<ValidationResult> Unless(bool isFine, EnvironmentSettings settings, string one, string two, (string Allowed, string Sentence) rule)
    {
        if (!isFine) yield return new Refused($"{NameOf(settings, one)} {rule.Allowed} {NameOf(settings, two)}", Invariant(
            $"{NameOf(settings, one)} is {ValueOf(settings, one)} and {NameOf(settings, two)} is {ValueOf(settings, two)}; {rule.Sentence}."), one, two);
    }

    private static PropertyInfo PropertyOf(EnvironmentSettings settings, string property) => settings.GetType().GetProperty(property)!;

    private static double ValueOf(EnvironmentSettings settings, string property) => (double)PropertyOf(settings, property).GetValue(settings)!;

    private static string NameOf(EnvironmentSettings settings, string property) =>
        PropertyOf(settings, property).GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property;
}
