namespace EnvHub.Cli;

/// <summary>Text in aligned columns. A column whose heading ends with '#' is aligned to the right; the last one is wrapped at the terminal's edge.</summary>
internal sealed class TextTable(params string[] headings)
{
    private const string Gap = "  ";
    private const int NarrowestLast = 24;

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Write(Terminal terminal)
    {
        string[] titles = [.. headings.Select(heading => heading.TrimEnd('#'))];
        int[] widths = [.. titles.Select((title, column) => _rows.Select(row => row[column].Length).Append(title.Length).Max())];
        int last = widths.Length - 1;
        widths[last] = Math.Min(widths[last], Math.Max(NarrowestLast, terminal.Width - widths[..last].Sum() - Gap.Length * last));
        WriteRow(terminal, titles, widths, terminal.Bold);
        foreach (string[] row in _rows) WriteRow(terminal, row, widths, static text => text);
    }

    /// <summary>The table, and below it what its columns mean.</summary>
    public void Write(Terminal terminal, string note)
    {
        Write(terminal);
        terminal.Output.WriteLine();
        Paragraph.Write(terminal, note);
    }

    private void WriteRow(Terminal terminal, string[] cells, int[] widths, Func<string, string> style)
    {
        int last = widths.Length - 1;
        var lines = Paragraph.Lines(cells[last], widths[last]);
        string start = string.Concat(cells[..last].Select((cell, column) => Align(cell, column, widths[column]) + Gap));
        terminal.Output.WriteLine(style((start + Align(lines[0], last, widths[last])).TrimEnd()));
        foreach (string line in lines.Skip(1)) terminal.Output.WriteLine(style(new string(' ', start.Length) + line));
    }

    private string Align(string cell, int column, int width) => headings[column].EndsWith('#') ? cell.PadLeft(width) : cell.PadRight(width);
}
