namespace EnvHub.Cli;

/// <summary>Text in aligned columns. A column whose heading ends with '#' is of numbers: aligned to the right and never wrapped. Of the others the last one is wrapped
/// at the terminal's edge; where that is not enough, so are the widest.</summary>
internal sealed class TextTable(params string[] headings)
{
    private const string Gap = "  ";
    private const int NarrowestLast = 24, Narrowest = 10;

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(Terminal terminal)
    {
        foreach (string line in Lines(terminal.Width, terminal.Bold)) terminal.Output.WriteLine(line);
    }

    /// <summary>The table, and below it what its columns mean.</summary>
    public void Write(Terminal terminal, string note)
    {
        Write(terminal);
        terminal.Output.WriteLine();
        Paragraph.Write(terminal, note);
    }

    /// <summary>The table in lines of at most <paramref name="width"/> characters, as far as numbers and words of the last column allow.</summary>
    /// <param name="heading">What becomes of the headings' line.</param>
    public IEnumerable<string> Lines(int width, Func<string, string> heading)
    {
        string[] titles = [.. headings.Select(heading => heading.TrimEnd('#'))];
        int[] widths = Widths(titles, width);
        return Row(titles, widths).Select(heading).Concat(_rows.SelectMany(row => Row(row, widths)));
    }

    private int[] Widths(string[] titles, int width)
    {
        int[] widths = [.. titles.Select((title, column) => _rows.Select(row => row[column].Length).Append(title.Length).Max())];
        int last = widths.Length - 1, room = width - Gap.Length * last;
        widths[last] = Math.Min(widths[last], Math.Max(NarrowestLast, room - widths[..last].Sum()));
        for (int excess = widths.Sum() - room; excess > 0; excess--)
        {
            int widest = -1;
            for (int column = 0; column < last; column++)
                if (!IsOfNumbers(column) && widths[column] > Narrowest && (widest < 0 || widths[column] > widths[widest])) widest = column;
            if (widest < 0) break;
            widths[widest]--;
        }
        return widths;
    }

    private List<string> Row(string[] cells, int[] widths)
    {
        int last = widths.Length - 1;
        List<string>[] columns = [.. cells.Select((cell, column) => column == last ? Paragraph.Lines(cell, widths[last]) : Paragraph.Pieces(cell, widths[column]))];
        return [.. Enumerable.Range(0, columns.Max(lines => lines.Count)).Select(line => string.Join(Gap,
            columns.Select((lines, column) => Align(line < lines.Count ? lines[line] : "", column, widths[column]))).TrimEnd())];
    }

    private string Align(string cell, int column, int width) => IsOfNumbers(column) ? cell.PadLeft(width) : cell.PadRight(width);

    private bool IsOfNumbers(int column) => headings[column].EndsWith('#');
}
