using System.Text;
using static System.FormattableString;

namespace EnvHub.Rendering;

/// <summary>Pictures for a terminal that shows 24-bit colour: two pixels to a character, one above the other.</summary>
public static class HalfBlocks
{
    private const char UpperHalf = '▀';

    /// <summary>The largest size that keeps the picture's shape and fits, in characters; never larger than the picture.</summary>
    /// <param name="size">The picture's width and height, pixels.</param>
    /// <param name="room">Characters per line and lines, at least 1 each. A character is taken to be twice as high as wide.</param>
    public static (int Columns, int Rows) Fit((int Width, int Height) size, (int Columns, int Rows) room)
    {
        double scale = Math.Min(1, Math.Min((double)room.Columns / size.Width, 2.0 * room.Rows / size.Height));
        return (Math.Max(1, (int)(size.Width * scale)), Math.Max(1, (int)(size.Height * scale / 2)));
    }

    /// <summary>The picture as lines of coloured half blocks, each ending with the colours set back and a line feed.</summary>
    /// <param name="pixels">Shape <c>[height, width, 3]</c>.</param>
    /// <param name="size">Its width and height.</param>
    /// <param name="characters">The size that it gets.</param>
    public static string Render(ReadOnlySpan<byte> pixels, (int Width, int Height) size, (int Columns, int Rows) characters)
    {
        byte[] small = PictureScaler.Resize(pixels, size, (characters.Columns, characters.Rows * 2));
        var text = new StringBuilder();
        for (int row = 0; row < characters.Rows; row++)
        {
            (int, int) current = (-1, -1);
            for (int column = 0; column < characters.Columns; column++)
            {
                var (above, below) = (Packed(small, 2 * row * characters.Columns + column), Packed(small, (2 * row + 1) * characters.Columns + column));
                // A colour is named only where it changes: most of a picture is one colour, and terminals are slow.
                if (above != current.Item1) text.Append(Code(38, above));
                if (below != current.Item2) text.Append(Code(48, below));
                current = (above, below);
                text.Append(UpperHalf);
            }
            text.Append("\e[0m\n");
        }
        return text.ToString();
    }

    private static int Packed(byte[] pixels, int pixel) => pixels[3 * pixel] << 16 | pixels[3 * pixel + 1] << 8 | pixels[3 * pixel + 2];

    private static string Code(int layer, int color) => Invariant($"\e[{layer};2;{color >> 16};{color >> 8 & 255};{color & 255}m");
}
