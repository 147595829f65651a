using EnvHub.Rendering;

namespace EnvHub.Envs.GridWorlds;

/// <summary>A board as a picture of 320 by 320 pixels, and in characters.</summary>
internal static class BoardPicture
{
    /// <summary>Pixels of a cell.</summary>
    public const int Cell = 40;

    /// <summary>What both worlds are drawn in.</summary>
    public static readonly Color Line = new(40, 44, 52), Aim = new(66, 160, 80), Thing = new(214, 120, 48), Actor = new(64, 104, 190);

    private static readonly Color Floor = new(236, 234, 228), Joint = new(214, 210, 202);

    /// <summary>An empty board.</summary>
    public static Canvas Blank()
    {
        var canvas = new Canvas(Board.Size * Cell, Board.Size * Cell, Floor);
        for (int i = 1; i < Board.Size; i++)
        {
            canvas.FillRectangle(new(i * Cell, 0), 1, Board.Size * Cell, Joint);
            canvas.FillRectangle(new(0, i * Cell), Board.Size * Cell, 1, Joint);
        }
        return canvas;
    }

    /// <summary>A cell's upper left corner.</summary>
    public static Point CornerOf(int cell) => new(cell % Board.Size * Cell, cell / Board.Size * Cell);

    /// <summary>A cell's centre.</summary>
    public static Point CentreOf(int cell) => CornerOf(cell) + new Point(Cell / 2, Cell / 2);

    /// <summary>Eight rows of a character per cell.</summary>
    /// <param name="letters">The character of a cell.</param>
    public static string Write(Func<int, char> letters) => string.Concat(Enumerable.Range(0, Board.Size).Select(
        row => string.Concat(Enumerable.Range(row * Board.Size, Board.Size).Select(letters)) + "\n"));
}
