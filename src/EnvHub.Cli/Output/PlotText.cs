using System.Text.Json.Nodes;
using EnvHub.Rendering;

namespace EnvHub.Cli;

/// <summary>Draws learning curves in braille dots: a chart per task, a letter per arm.</summary>
internal static class PlotText
{
    // A letter every so many columns says whose line it is; with more arms than letters they begin again.
    private const int LabelWidth = 9, MostColumns = 100, FewestColumns = 30, LetterEvery = 22;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public static void Write(Terminal terminal, IReadOnlyList<ArmCurve> curves, int rows, bool json)
    {
        if (json)
        {
            JsonOutput.Write(terminal, new JsonObject { ["curves"] = JsonOutput.Array(curves.Select(curve => (JsonNode)ToJson(curve))) });
            return;
        }
        if (curves.Count == 0) terminal.Output.WriteLine("No trial of the run was evaluated during training: there is no curve to draw.");
        foreach (var task in curves.GroupBy(curve => curve.Task)) Draw(terminal, task.Key, [.. task], rows);
    }

    private static void Draw(Terminal terminal, string task, ArmCurve[] curves, int rows)
    {
        var means = curves.SelectMany(curve => curve.Points).Select(point => point.Mean.Estimate).ToArray();
        var (low, high) = (means.Min(), means.Max());
        // A level line stands in the middle.
        if (low == high) (low, high) = (low - 1, high + 1);
        long last = curves.Max(curve => curve.Points[^1].Steps);
        var canvas = new TextCanvas(Math.Clamp(terminal.Width, FewestColumns, MostColumns) - LabelWidth, rows);
        Point PlaceOf(ArmCurve.Point point) => new(
            last == 0 ? 0 : (canvas.Width - 1) * (double)point.Steps / last, (canvas.Height - 1) * (high - point.Mean.Estimate) / (high - low));
        foreach (var curve in curves)
            for (int i = 0; i < curve.Points.Count; i++) canvas.DrawLine(PlaceOf(curve.Points[Math.Max(i - 1, 0)]), PlaceOf(curve.Points[i]));
        for (int arm = 0; arm < curves.Length; arm++) WriteLetters(canvas, curves[arm], LetterOf(arm), 3 * arm, PlaceOf);

        terminal.Output.WriteLine($"{task}: mean greedy return");
        string[] lines = canvas.ToString().Split('\n');
        for (int row = 0; row < rows; row++)
        {
            string label = row == 0 ? Words.Return(high) : row == rows - 1 ? Words.Return(low) : "";
            terminal.Output.WriteLine($"{label,LabelWidth - 2} |{lines[row]}".TrimEnd());
        }
        string steps = $"{Words.Count(last)} steps";
        terminal.Output.WriteLine($"{"",LabelWidth - 2} 0{steps.PadLeft(canvas.Columns)}");
        for (int arm = 0; arm < curves.Length; arm++)
            terminal.Output.WriteLine($"{"",LabelWidth - 2} {LetterOf(arm)}  {curves[arm].Arm}, {Words.Number(curves[arm].Seeds, "seed", "seeds")}: {Ends(curves[arm])}");
        terminal.Output.WriteLine();
    }

    private static void WriteLetters(TextCanvas canvas, ArmCurve curve, char letter, int shift, Func<ArmCurve.Point, Point> placeOf)
    {
        Point[] places = [.. curve.Points.Select(placeOf)];
        for (int column = LetterEvery / 2 + shift; column < canvas.Columns; column += LetterEvery)
        {
            int right = Array.FindIndex(places, place => place.X / 2 >= column);
            if (right <= 0) continue;
            Point from = places[right - 1], to = places[right];
            double share = (2 * column - from.X) / (to.X - from.X);
            canvas.Write(column, (int)((from.Y + (to.Y - from.Y) * share) / 4), $"{letter}");
        }
    }

    private static char LetterOf(int arm) => Letters[arm % Letters.Length];

    private static string Ends(ArmCurve curve)
    {
        var end = curve.Points[^1].Mean;
        return double.IsFinite(end.Low) ? $"{Words.Return(end.Estimate)} at the end, 95 % {Words.Return(end.Low)} to {Words.Return(end.High)}" : $"{Words.Return(end.Estimate)} at the end";
    }

    private static JsonObject ToJson(ArmCurve curve) => new()
    {
        ["arm"] = curve.Arm,
        ["task"] = curve.Task,
        ["seeds"] = curve.Seeds,
        ["points"] = JsonOutput.Array(curve.Points.Select(point => (JsonNode)new JsonObject
        {
            ["steps"] = point.Steps,
            ["mean"] = point.Mean.Estimate,
            ["interval"] = JsonOutput.Interval(point.Mean),
        })),
    };
}
