using System.ComponentModel.DataAnnotations;
using static System.FormattableString;

namespace EnvHub.Envs.ClassicControl;

/// <summary>The faults between two settings.</summary>
internal static class SettingsFault
{
    /// <summary>One fault if <paramref name="low"/> exceeds <paramref name="high"/>.</summary>
    public static IEnumerable<ValidationResult> IfAbove(double low, string lowName, double high, string highName) =>
        low <= high ? [] : [new(Invariant($"{lowName} is {low} and {highName} is {high}; the first may not exceed the second."), [lowName, highName])];

    /// <summary>One fault if <paramref name="low"/> is not below <paramref name="high"/>.</summary>
    public static IEnumerable<ValidationResult> IfNotBelow(double low, string lowName, double high, string highName) =>
        low < high ? [] : [new(Invariant($"{lowName} is {low} and {highName} is {high}; the first must be below the second."), [lowName, highName])];
}
