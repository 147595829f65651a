using System.Text;
using EnvHub.Rendering;

namespace EnvHub.Envs.ToyText;

/// <summary>Draws a frozen lake: cells of 64 pixels, fewer where a side would exceed 512.</summary>
/// <remarks>Source: the text and the sizes are Gymnasium's, the look is our own. Differs: cells are square, also where the map is not.</remarks>
internal static class FrozenLakePicture
{
    private const int UsualCell = 64, LongestSide = 512;

    private static readonly Color Ice = new(222, 238, 248), Edge = new(180, 205, 226), Water = new(46, 86, 130), Start = new(176, 208, 158);
    private static readonly string[] Actions = ["Left", "Down", "Right", "Up"];

    public static string WriteText(IReadOnlyList<string> map, int cell, int lastAction)
    {
        var text = new StringBuilder(lastAction < 0 ? "\n" : $"  ({Actions[lastAction]})\n");
        for (int i = 0, columns = map[0].Length; i < map.Count * columns; i++)
        {
            string letter = map[i / columns].Substring(i % columns, 1);
            text.Append(i == cell ? ToyPicture.Colored(letter, "41") : letter);
            if (i % columns == columns - 1) text.Append('\n');
        }
        return text.ToString();
    }

    public static Canvas Draw(IReadOnlyList<string> map, int cell)
    {
        var (rows, columns) = (map.Count, map[0].Length);
        int size = Math.Min(UsualCell, LongestSide / Math.Max(rows, columns));
        var canvas = new Canvas(columns * size, rows * size, Edge);
        for (int i = 0; i < rows * columns; i++)
        {
            var corner = new Point(i % columns * size, i / columns * size);
            char kind = map[i / columns][i % columns];
            canvas.FillRectangle(corner + new Point(1, 1), size - 2, size - 2, kind == 'S' ? Start : Ice);
            var middle = corner + new Point(size / 2.0, size / 2.0);
            if (kind == 'H') canvas.FillEllipse(middle, 0.38 * size, 0.32 * size, Water);
            if (kind == 'G') ToyPicture.DrawFlag(canvas, corner, size);
            if (i == cell) ToyPicture.DrawPerson(canvas, corner, size);
        }
        return canvas;
    }
}
