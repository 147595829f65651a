namespace EnvHub.Hosting;

/// <summary>Makes one folder's name of a name that users chose.</summary>
internal static class FolderName
{
    // The same on every system, so that a run folder can move between them.
    private const string Reserved = "/\\:*?\"<>|%";

    /// <summary><paramref name="name"/> with what no file system takes written as %XX; distinct names stay distinct.</summary>
    public static string Of(string name)
    {
        string safe = string.Concat(name.Select(unit => char.IsControl(unit) || Reserved.Contains(unit, StringComparison.Ordinal) ? Escape(unit) : $"{unit}"));
        return safe.All(unit => unit == '.') ? string.Concat(safe.Select(Escape)) : safe;
    }

    private static string Escape(char unit) => $"%{(int)unit:X2}";
}
