using System.Text;

namespace EnvHub.Rendering;

/// <summary>A picture in characters: dots of two by four to a character, as Unicode's braille patterns have them, and text over them.</summary>
public sealed class TextCanvas
{
    private const int DotsAcross = 2, DotsDown = 4;
    private const char NoDots = '\u2800';

    // The bit of each dot of a character, by row and column: the fourth row came to braille later.
    private static readonly byte[] Bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

    private readonly char[] _characters;

    /// <param name="columns">Characters per line; at least 1.</param>
    /// <param name="rows">Lines; at least 1.</param>
    public TextCanvas(int columns, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        (Columns, Rows) = (columns, rows);
        _characters = new char[columns * rows];
        _characters.AsSpan().Fill(' ');
    }

    /// <summary>Characters per line.</summary>
    public int Columns { get; }

    /// <summary>Lines.</summary>
    public int Rows { get; }

    /// <summary>Dots per line of dots.</summary>
    public int Width => Columns * DotsAcross;

    /// <summary>Lines of dots.</summary>
    public int Height => Rows * DotsDown;

    /// <summary>Sets the dot at a place, in dots; outside nothing happens, and text stays.</summary>
    public void SetDot(Point place)
    {
        var (x, y) = ((int)Math.Floor(place.X), (int)Math.Floor(place.Y));
        if (x < 0 || y < 0 || x >= Width || y >= Height) return;
        ref char character = ref _characters[y / DotsDown * Columns + x / DotsAcross];
        if (character == ' ') character = NoDots;
        if (character is >= NoDots and <= '\u28FF') character |= (char)Bits[y % DotsDown * DotsAcross + x % DotsAcross];
    }

    /// <summary>Draws a line one dot wide.</summary>
    public void DrawLine(Point from, Point to)
    {
        var way = to - from;
        int steps = (int)Math.Ceiling(Math.Max(Math.Abs(way.X), Math.Abs(way.Y)));
        for (int i = 0; i <= steps; i++)
        {
            double share = steps == 0 ? 0 : (double)i / steps;
            SetDot(from + new Point(way.X * share, way.Y * share));
        }
    }

    /// <summary>Draws the edges of a polygon, whose last corner joins the first.</summary>
    public void DrawPolygon(ReadOnlySpan<Point> corners)
    {
        for (int i = 0; i < corners.Length; i++) DrawLine(corners[i], corners[(i + 1) % corners.Length]);
    }

    /// <summary>Writes text over what is there; what does not fit is cut off.</summary>
    /// <param name="column">Of the first character, from 0.</param>
    /// <param name="row">From 0.</param>
    public void Write(int column, int row, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (int i = 0; i < text.Length; i++)
            if (column + i >= 0 && column + i < Columns && row >= 0 && row < Rows) _characters[row * Columns + column + i] = text[i];
    }

    /// <summary>The lines, without blanks at their ends, each ending in a line feed.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int row = 0; row < Rows; row++) text.Append(_characters.AsSpan(row * Columns, Columns).TrimEnd(' ')).Append('\n');
        return text.ToString();
    }
}
