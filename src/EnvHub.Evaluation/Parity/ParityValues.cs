using System.Globalization;
using EnvHub.Numerics;

namespace EnvHub.Evaluation;

/// <summary>Lists what differs between two records.</summary>
internal static class ParityValues
{
    public static IEnumerable<ParityValue> Of(TrajectoryRecord one, TrajectoryRecord other, bool isStep, bool isSinglePrecision)
    {
        var values = new List<ParityValue>();
        if (isStep)
        {
            AddNumbers(values, "action", one.Action, other.Action, isSinglePrecision: false);
            AddNumbers(values, "reward", [one.Reward], [other.Reward], isSinglePrecision: false);
            if (one.Terminated != other.Terminated) values.Add(new("terminated", $"{one.Terminated}", $"{other.Terminated}", null));
            if (one.Truncated != other.Truncated) values.Add(new("truncated", $"{one.Truncated}", $"{other.Truncated}", null));
        }
        AddNumbers(values, "observation", one.Observation, other.Observation, isSinglePrecision);
        if (isStep && one.HasEnded && other.HasEnded)
            AddNumbers(values, "first observation", one.FirstObservation, other.FirstObservation, isSinglePrecision);
        if (one.Generator is { } state && other.Generator is { } otherState && state != otherState)
            values.Add(new("generator", Text(state), Text(otherState), null));
        return values;
    }

    private static void AddNumbers(List<ParityValue> values, string what, ReadOnlySpan<double> one, ReadOnlySpan<double> other, bool isSinglePrecision)
    {
        for (int i = 0; i < one.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(one[i]) == BitConverter.DoubleToInt64Bits(other[i])) continue;
            ulong? ulps = isSinglePrecision ? UlpDistance.Between((float)one[i], (float)other[i]) : UlpDistance.Between(one[i], other[i]);
            values.Add(new(what == "reward" ? what : $"{what}[{i}]", Text(one[i], isSinglePrecision), Text(other[i], isSinglePrecision), ulps));
        }
    }

    // The shortest text that reads back as the same number.
    private static string Text(double value, bool isSinglePrecision) =>
        isSinglePrecision ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(Pcg64State state) =>
        $"state {state.State:x}, increment {state.Increment:x}, cached half {(state.HasCachedHalf ? $"{state.CachedHalf:x}" : "none")}";
}
