namespace EnvHub.Python;

/// <summary>Another suite of the mirror that the machine's own apt configuration names.</summary>
/// <param name="Suite">Its name, e.g. testing.</param>
/// <param name="Line">As sources.list has it.</param>
internal sealed record AptSource(string Suite, string Line)
{
    private const string ArchiveKeys = "/usr/share/keyrings/debian-archive-keyring";

    /// <summary>A suite beside an own one.</summary>
    /// <param name="uri">The own one's mirror.</param>
    /// <param name="entry">The file and line that name the own one.</param>
    public static AptSource Beside(string suite, string uri, string entry)
    {
        string[] options = [.. Keyring(entry) is { } keys ? [$"signed-by={keys}"] : Array.Empty<string>(), "target=Packages"];
        return new(suite, $"deb [{string.Join(' ', options)}] {uri} {suite} main");
    }

    // The keys that the own entry names; else the archive's; else apt takes all that it trusts.
    private static string? Keyring(string entry)
    {
        string file = entry[..Math.Max(entry.LastIndexOf(':'), 0)];
        string[] words = File.Exists(file) ? File.ReadAllText(file).Split([' ', '\n', '\t', '=', '[', ']'], StringSplitOptions.RemoveEmptyEntries) : [];
        int named = Array.FindIndex(words, word => word.TrimEnd(':').Equals("signed-by", StringComparison.OrdinalIgnoreCase));
        return named >= 0 && named + 1 < words.Length && File.Exists(words[named + 1]) ? words[named + 1]
            : new[] { ArchiveKeys + ".gpg", ArchiveKeys + ".pgp" }.FirstOrDefault(File.Exists);
    }
}
