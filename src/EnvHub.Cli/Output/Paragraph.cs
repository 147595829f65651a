namespace EnvHub.Cli;

/// <summary>Text that is wrapped at the terminal's edge, between words.</summary>
internal static class Paragraph
{
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
}
