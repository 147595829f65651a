using System.Security.Cryptography;
using System.Text;

namespace EnvHub.Hosting;

/// <summary>Makes one folder's name of a name that users chose.</summary>
internal static class FolderName
{
    // The same on every system, so that a run folder can move between them.
    private const string Reserved = "/\\:*?\"<>|%";

    // File systems take 255 bytes; a suffix of ours may follow.
    private const int Longest = 200;

    /// <summary><paramref name="name"/> with what no file system takes written as %XX; a very long one is cut and ends with its hash; distinct
    /// names stay distinct.</summary>
    public static string Of(string name)
    {
        string safe = string.Concat(name.Select(unit => char.IsControl(unit) || Reserved.Contains(unit, StringComparison.Ordinal) ? Escape(unit) : $"{unit}"));
        if (Encoding.UTF8.GetByteCount(safe) > Longest) return Cut(safe);
        return safe.All(unit => unit == '.') ? string.Concat(safe.Select(Escape)) : safe;
    }

    private static string Cut(string safe)
    {
        string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(safe)).AsSpan(0, 8));
        int bytes = 0;
        var kept = safe.EnumerateRunes().TakeWhile(rune => (bytes += rune.Utf8SequenceLength) <= Longest - hash.Length - 1);
        return $"{string.Concat(kept)}~{hash}";
    }

    private static string Escape(char unit) => $"%{(int)unit:X2}";
}
