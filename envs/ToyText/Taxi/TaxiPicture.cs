using EnvHub.Rendering;

namespace EnvHub.Envs.ToyText;

/// <summary>Draws the taxi's town, 550 by 350 pixels: one square of 50 for each character of the text.</summary>
/// <remarks>Source: the text and the sizes are Gymnasium's, the look is our own.</remarks>
internal static class TaxiPicture
{
    private const int Size = 50;

    // Walls stand between the streets; stops are red, green, yellow and blue.
    private static readonly string[] Town = ["+---------+", "|R: | : :G|", "| : | : : |", "| : : : : |", "| | : | : |", "|Y| : |B: |", "+---------+"];

    private static readonly Color Street = new(206, 206, 200), Wall = new(88, 92, 100), Cab = new(242, 183, 5), Window = new(120, 160, 190);
    private static readonly Color[] StopColors = [new(214, 62, 48), new(66, 160, 80), new(230, 210, 90), new(64, 104, 190)];
    private static readonly string[] Actions = ["South", "North", "East", "West", "Pickup", "Dropoff"];

    public static string WriteText(TaxiState state, int lastAction)
    {
        string[][] cells = [.. Town.Select(row => row.Select(letter => letter.ToString()).ToArray())];
        ref string CellOf(int cell) => ref cells[1 + cell / TaxiTown.Grid.Columns][2 * (cell % TaxiTown.Grid.Columns) + 1];
        ref string taxi = ref CellOf(state.Cell);
        if (state.Passenger == TaxiState.InTaxi)
        {
            taxi = ToyPicture.Colored(taxi == " " ? "_" : taxi, "42");
        }
        else
        {
            taxi = ToyPicture.Colored(taxi, "43");
            ref string waiting = ref CellOf(TaxiTown.Stops[state.Passenger]);
            waiting = ToyPicture.Colored(waiting, "34;1");
        }
        ref string destination = ref CellOf(TaxiTown.Stops[state.Destination]);
        destination = ToyPicture.Colored(destination, "35");
        string last = lastAction < 0 ? "\n" : $"  ({Actions[lastAction]})\n";
        return string.Join('\n', cells.Select(row => string.Concat(row))) + "\n" + last;
    }

    public static Canvas Draw(TaxiState state)
    {
        var canvas = new Canvas(Town[0].Length * Size, Town.Length * Size, Street);
        for (int row = 0; row < Town.Length; row++)
            for (int column = 0; column < Town[row].Length; column++)
                DrawWall(canvas, Town[row][column], new(column * Size, row * Size));
        for (int stop = 0; stop < StopColors.Length; stop++)
            canvas.FillRectangle(CornerOf(TaxiTown.Stops[stop]), Size, Size, StopColors[stop].At(0.6));
        ToyPicture.DrawFlag(canvas, CornerOf(TaxiTown.Stops[state.Destination]), Size);
        if (state.Passenger != TaxiState.InTaxi) ToyPicture.DrawPerson(canvas, CornerOf(TaxiTown.Stops[state.Passenger]), Size);
        DrawCab(canvas, CornerOf(state.Cell), state.Passenger == TaxiState.InTaxi);
        return canvas;
    }

    /// <summary>Top left of a cell.</summary>
    public static Point CornerOf(int cell) => new((2 * (cell % TaxiTown.Grid.Columns) + 1) * Size, (cell / TaxiTown.Grid.Columns + 1) * Size);

    private static void DrawWall(Canvas canvas, char letter, Point corner)
    {
        if (letter == '|') canvas.FillRectangle(corner + new Point(0.38 * Size, 0), 0.24 * Size, Size, Wall);
        if (letter is '-' or '+') canvas.FillRectangle(corner + new Point(0, 0.38 * Size), Size, 0.24 * Size, Wall);
    }

    private static void DrawCab(Canvas canvas, Point corner, bool isTaken)
    {
        foreach (double x in (double[])[0.26, 0.74]) canvas.FillCircle(corner + new Point(x * Size, 0.78 * Size), 0.11 * Size, ToyPicture.Line);
        canvas.FillRoundedRectangle(corner + new Point(0.2 * Size, 0.24 * Size), new(0.6 * Size, 0.4 * Size), 0.1 * Size, Cab);
        canvas.FillRoundedRectangle(corner + new Point(0.04 * Size, 0.48 * Size), new(0.92 * Size, 0.28 * Size), 0.08 * Size, Cab);
        canvas.FillRectangle(corner + new Point(0.28 * Size, 0.31 * Size), 0.44 * Size, 0.18 * Size, isTaken ? ToyPicture.Figure : Window);
    }
}
