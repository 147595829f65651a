namespace EnvHub.Hosting;

/// <summary>Finds what a user probably meant, for "did you mean".</summary>
/// <remarks>Source: Ratcliff and Metzener, <em>Pattern matching: the gestalt approach</em> (1988), with the tie rules of Python's
/// <c>difflib.get_close_matches</c>. Differs: letter case does not count.</remarks>
public static class CloseMatch
{
    private const double Cutoff = 0.6;

    /// <summary>The candidate most like <paramref name="word"/>; null where none has a similarity of at least 0.6.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        return candidates
            .Select(candidate => (Text: candidate, Similarity: Similarity(candidate, word)))
            .Where(candidate => candidate.Similarity >= Cutoff)
            .OrderByDescending(candidate => candidate.Similarity)
            .ThenByDescending(candidate => candidate.Text, StringComparer.Ordinal)
            .Select(candidate => candidate.Text)
            .FirstOrDefault();
    }

    /// <summary>Twice the characters in common blocks over the characters of both, in [0, 1]; 1 for equal words.</summary>
    public static double Similarity(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        int total = first.Length + second.Length;
        return total == 0 ? 1 : 2.0 * Matching(first.ToUpperInvariant(), second.ToUpperInvariant()) / total;
    }

    /// <summary>A sentence that starts with a space, for the end of a message; empty where nothing is alike.</summary>
    internal static string Hint(string word, IEnumerable<string> candidates) =>
        Find(word, candidates) is { } match ? $" Did you mean '{match}'?" : "";

    private static int Matching(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var (start, otherStart, length) = LongestBlock(first, second);
        if (length == 0) return 0;
        return length + Matching(first[..start], second[..otherStart])
            + Matching(first[(start + length)..], second[(otherStart + length)..]);
    }

    // Of equally long blocks, the earliest in the first word, then the earliest in the second.
    private static (int Start, int OtherStart, int Length) LongestBlock(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var best = (Start: 0, OtherStart: 0, Length: 0);
        for (int i = 0; i < first.Length; i++)
        {
            for (int j = 0; j < second.Length; j++)
            {
                int length = first[i..].CommonPrefixLength(second[j..]);
                if (length > best.Length) best = (i, j, length);
            }
        }
        return best;
    }
}
