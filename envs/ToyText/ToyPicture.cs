using EnvHub.Rendering;

namespace EnvHub.Envs.ToyText;

/// <summary>What the pictures of this family share.</summary>
internal static class ToyPicture
{
    /// <summary>The modes of every environment here.</summary>
    public static readonly RenderMode[] Modes = [RenderMode.Ansi, RenderMode.RgbArray];

    public static readonly Color Line = new(60, 64, 72), Figure = new(196, 66, 56), Skin = new(240, 205, 170), White = new(255, 255, 255), Gold = new(242, 183, 5);

    /// <summary>The canvas as a picture.</summary>
    public static RenderFrame Frame(Canvas canvas) => new(string.Empty, canvas.Width, canvas.Height, canvas.Pixels);

    /// <summary>Text in a terminal's colour, as Gymnasium writes it.</summary>
    /// <param name="code">The numbers of the escape sequence.</param>
    public static string Colored(string text, string code) => $"\e[{code}m{text}\e[0m";

    /// <summary>A person in the middle of a cell.</summary>
    /// <param name="corner">Top left of the cell.</param>
    /// <param name="size">Of the cell, pixels.</param>
    public static void DrawPerson(Canvas canvas, Point corner, double size)
    {
        canvas.FillRoundedRectangle(corner + new Point(0.31 * size, 0.44 * size), new(0.38 * size, 0.42 * size), 0.12 * size, Figure);
        canvas.FillCircle(corner + new Point(0.5 * size, 0.3 * size), 0.17 * size, Skin);
    }

    /// <summary>A flag in a cell.</summary>
    /// <param name="corner">Top left of the cell.</param>
    /// <param name="size">Of the cell, pixels.</param>
    public static void DrawFlag(Canvas canvas, Point corner, double size)
    {
        canvas.FillRectangle(corner + new Point(0.3 * size, 0.16 * size), 0.06 * size, 0.7 * size, Line);
        canvas.FillPolygon([corner + new Point(0.36 * size, 0.16 * size), corner + new Point(0.78 * size, 0.32 * size), corner + new Point(0.36 * size, 0.48 * size)], Gold);
    }
}
