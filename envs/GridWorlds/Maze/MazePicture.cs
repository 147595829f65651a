using EnvHub.Rendering;

namespace EnvHub.Envs.GridWorlds;

/// <summary>A maze for people.</summary>
internal static class MazePicture
{
    public static Canvas Draw(ulong free, int walker, int goal)
    {
        var canvas = BoardPicture.Blank();
        for (int cell = 0; cell < Board.Cells; cell++)
            if (!Board.Has(free, cell)) canvas.FillRectangle(BoardPicture.CornerOf(cell), BoardPicture.Cell, BoardPicture.Cell, BoardPicture.Line);
        canvas.FillRoundedRectangle(BoardPicture.CornerOf(goal) + new Point(6, 6), new(28, 28), 6, BoardPicture.Aim);
        canvas.FillCircle(BoardPicture.CentreOf(walker), 12, BoardPicture.Actor);
        return canvas;
    }

    /// <summary># wall, @ walker, G goal.</summary>
    public static string Write(ulong free, int walker, int goal) =>
        BoardPicture.Write(cell => cell == walker ? '@' : cell == goal ? 'G' : Board.Has(free, cell) ? '.' : '#');
}
