using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace EnvHub.Hosting;

/// <summary>The interval in which a number must lie. Infinite where open.</summary>
internal readonly record struct ValueRange(double Low, double High, bool LowExcluded, bool HighExcluded)
{
    public static ValueRange Everything { get; } = new(double.NegativeInfinity, double.PositiveInfinity, false, false);

    /// <summary>The attribute's range; the largest and smallest number of any type count as infinite.</summary>
    public static ValueRange Of(RangeAttribute? range) => range is null
        ? Everything
        : new(Open(Number(range.Minimum)), Open(Number(range.Maximum)), range.MinimumIsExclusive, range.MaximumIsExclusive);

    public bool Contains(double value) =>
        (LowExcluded ? value > Low : value >= Low) && (HighExcluded ? value < High : value <= High);

    /// <summary>Where the number may lie, starting with a space; empty for everywhere.</summary>
    public override string ToString() => (double.IsFinite(Low), double.IsFinite(High)) switch
    {
        (true, true) => Invariant($" in {(LowExcluded ? '(' : '[')}{Low}, {High}{(HighExcluded ? ')' : ']')}"),
        (true, false) => Invariant($" {(LowExcluded ? "above" : "of at least")} {Low}"),
        (false, true) => Invariant($" {(HighExcluded ? "below" : "of at most")} {High}"),
        _ => "",
    };

    private static double Number(object bound) =>
        double.Parse(Convert.ToString(bound, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);

    private static double Open(double bound) => bound switch
    {
        >= float.MaxValue or int.MaxValue or >= (double)long.MaxValue => double.PositiveInfinity,
        <= float.MinValue or int.MinValue or <= (double)long.MinValue => double.NegativeInfinity,
        _ => bound,
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
