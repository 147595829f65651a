namespace EnvHub.Rendering;

/// <summary>The built-in font: every character has the same width. Its dots stand in <c>PixelFont.Glyphs.cs</c>.</summary>
public static partial class PixelFont
{
    /// <summary>Dots from one character to the next; one of them stays empty.</summary>
    public const int Advance = 6;

    /// <summary>Rows of dots, descenders included; capitals have seven.</summary>
    public const int Height = 8;

    private const int PerBlock = 16;
    private const char First = ' ', Last = '~';

    private static readonly string[][] Blocks = [.. Glyphs.Select(block => block.ReplaceLineEndings("\n").Split('\n'))];

    /// <summary>How wide a text is, in dots, without the gap after its last character.</summary>
    public static int Width(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Math.Max(0, text.Length * Advance - 1);
    }

    internal static bool HasDot(char character, int column, int row)
    {
        int number = (character is < First or > Last ? '?' : character) - First;
        string line = Blocks[number / PerBlock][row];
        int position = number % PerBlock * Advance + column;
        return position < line.Length && line[position] == '#';
    }
}
