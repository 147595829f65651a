using System.Globalization;

namespace EnvHub.Cli;

/// <summary>Numbers as people read them, the same in every language.</summary>
internal static class Words
{
    /// <summary>With thousands apart: 1,234,567.</summary>
    public static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A return, to a tenth.</summary>
    public static string Return(double? value) => value is { } number ? number.ToString("0.0", CultureInfo.InvariantCulture) : "-";

    /// <summary>A speed in three figures or so: 950, 12.3k, 1.25M.</summary>
    public static string Rate(double value) => value switch
    {
        >= 1e7 => (value / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + "M",
        >= 1e6 => (value / 1e6).ToString("0.00", CultureInfo.InvariantCulture) + "M",
        >= 1e3 => (value / 1e3).ToString("0.0", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };

    /// <summary>How many times as fast, in two figures or so; a dash where one of the two was not measured.</summary>
    public static string Ratio(double? fast, double? slow) => fast / slow is { } ratio
        ? ratio.ToString(ratio < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) + " x" : "-";

    /// <summary>A share in whole percent, aligned.</summary>
    public static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture).PadLeft(3) + " %";

    /// <summary>A duration: 6.2 s, 3:07 min, 1:02:33 h.</summary>
    public static string Duration(double? seconds) => seconds switch
    {
        null => "-",
        < 60 => seconds.Value.ToString("0.0", CultureInfo.InvariantCulture) + " s",
        < 3600 => TimeSpan.FromSeconds(seconds.Value).ToString(@"m\:ss", CultureInfo.InvariantCulture) + " min",
        _ => $"{(int)(seconds.Value / 3600)}{TimeSpan.FromSeconds(seconds.Value).ToString(@"\:mm\:ss", CultureInfo.InvariantCulture)} h",
    };

    /// <summary>How many of how many; a dash where nothing could be counted.</summary>
    public static string Share(int? part, int whole) => part is { } number ? $"{number} of {whole}" : "-";

    /// <summary>One thing or several.</summary>
    public static string Number(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";

    /// <summary>A size: 950 B, 12.3 kB, 1.2 MB, 3.4 GB.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        >= 1_000_000_000 => (bytes / 1e9).ToString("0.0", CultureInfo.InvariantCulture) + " GB",
        >= 1_000_000 => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " MB",
        >= 1_000 => (bytes / 1e3).ToString("0.0", CultureInfo.InvariantCulture) + " kB",
        _ => $"{bytes} B",
    };

    /// <summary>How long ago: 12 s ago, 5 min ago, 3 h ago, 12 d ago. A time to come, as after a clock was set back, is now.</summary>
    public static string Age(DateTime time) => (TimeProvider.System.GetUtcNow().UtcDateTime - time).TotalSeconds switch
    {
        < 1 => "now",
        < 60 and var seconds => $"{(int)seconds} s ago",
        < 3600 and var seconds => $"{(int)(seconds / 60)} min ago",
        < 86_400 and var seconds => $"{(int)(seconds / 3600)} h ago",
        var seconds => $"{(int)(seconds / 86_400)} d ago",
    };
}
