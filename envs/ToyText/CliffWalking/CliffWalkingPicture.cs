using EnvHub.Rendering;

namespace EnvHub.Envs.ToyText;

/// <summary>Draws the walk along the cliff, 720 by 240 pixels.</summary>
/// <remarks>Source: the text and the sizes are Gymnasium's, the look is our own.</remarks>
internal static class CliffWalkingPicture
{
    private const int Size = 60;

    private static readonly Color Grass = new(170, 200, 140), DarkerGrass = new(160, 191, 130), Rock = new(92, 78, 70), Depth = new(48, 42, 44);
    private static readonly Color Start = new(222, 214, 180);

    public static string WriteText(int cell)
    {
        var grid = CliffWalkingRules.Grid;
        var rows = Enumerable.Range(0, grid.Rows).Select(row =>
            string.Join("  ", Enumerable.Range(row * grid.Columns, grid.Columns).Select(i => i == cell ? 'x' : LetterOf(i))));
        return string.Join('\n', rows) + "\n\n";
    }

    public static Canvas Draw(int cell)
    {
        var grid = CliffWalkingRules.Grid;
        var canvas = new Canvas(grid.Columns * Size, grid.Rows * Size, Grass);
        for (int i = 0; i < grid.Cells; i++)
        {
            var corner = new Point(i % grid.Columns * Size, i / grid.Columns * Size);
            char letter = LetterOf(i);
            canvas.FillRectangle(corner, Size, Size, letter == 'C' ? Depth : (i / grid.Columns + i % grid.Columns) % 2 == 0 ? Grass : DarkerGrass);
            if (letter == 'C') canvas.FillRectangle(corner, Size, Size / 5.0, Rock);
            if (i == CliffWalkingRules.Start) canvas.FillCircle(corner + new Point(Size / 2.0, Size / 2.0), Size * 0.36, Start);
            if (letter == 'T') ToyPicture.DrawFlag(canvas, corner, Size);
            if (i == cell) ToyPicture.DrawPerson(canvas, corner, Size);
        }
        return canvas;
    }

    private static char LetterOf(int cell) => cell == CliffWalkingRules.Goal ? 'T' : cell > CliffWalkingRules.Start ? 'C' : 'o';
}
