namespace EnvHub.Hosting;

/// <summary>Names in a message: enough of them to choose from, never a screenful.</summary>
internal static class NameList
{
    private const int Shown = 16;

    public static string Of(IEnumerable<string> names)
    {
        string[] sorted = [.. names.Order(StringComparer.Ordinal)];
        return sorted.Length switch
        {
            0 => "none",
            <= Shown => string.Join(", ", sorted),
            _ => $"{string.Join(", ", sorted.Take(Shown))}, ... ({sorted.Length} in all)",
        };
    }
}
