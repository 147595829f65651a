using System.Buffers;

namespace EnvHub.Cli;

/// <summary>Text that is wrapped at the terminal's edge, between words.</summary>
internal static class Paragraph
{
    private static readonly SearchValues<char> Joints = SearchValues.Create("-/_.,:");

    public static void Write(Terminal terminal, string text)
    {
        foreach (string line in Lines(text, terminal.Width)) terminal.Output.WriteLine(line);
    }

    /// <summary>The text in lines of at most <paramref name="width"/> characters; a longer word stands on a line of its own. At least one line.</summary>
    public static List<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        foreach (string word in text.Split(' '))
        {
            if (lines.Count == 0) lines.Add(word);
            else if (lines[^1].Length + 1 + word.Length <= width) lines[^1] += " " + word;
            else lines.Add(word);
        }
        return lines;
    }

    /// <summary>The text in lines of at most <paramref name="width"/> characters, at least 1: one that fits as it is, others between words and, where a word is longer,
    /// within it, if there is one after a character that joins names.</summary>
    public static List<string> Pieces(string text, int width)
    {
        if (text.Length <= width) return [text];
        var pieces = new List<string>();
        foreach (string line in Lines(text.Trim(), width))
        {
            string rest = line;
            for (int cut; rest.Length > width; rest = rest[cut..])
            {
                cut = rest.AsSpan(0, width).LastIndexOfAny(Joints) + 1;
                if (cut == 0) cut = width;
                pieces.Add(rest[..cut]);
            }
            pieces.Add(rest);
        }
        return pieces;
    }
}
