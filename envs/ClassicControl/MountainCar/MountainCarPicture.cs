using EnvHub.Rendering;
using static System.FormattableString;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Draws a car in its valley, 600 by 400 pixels: the track's ends lie at the left and right edge, heights are to the same scale.</summary>
/// <remarks>Source: the sizes and places of Gymnasium's picture. Differs: the car stands at the slope's true angle.</remarks>
internal sealed class MountainCarPicture(double minPosition, double maxPosition, double goalPosition)
{
    public const int Width = 600, Height = 400;

    private const double CarWidth = 40, CarHeight = 20, Clearance = 10, WheelRadius = 8, FlagHeight = 50;
    private const int Columns = 60, Rows = 20, Samples = 101;

    /// <summary>Pixels per unit of position.</summary>
    private double Scale => Width / (maxPosition - minPosition);

    /// <summary>The place on the hill of a position.</summary>
    public Point OnHill(double position) => new((position - minPosition) * Scale, Height - (Math.Sin(3 * position) * 0.45 + 0.55) * Scale);

    public Canvas Draw(double position)
    {
        var canvas = new Canvas(Width, Height, Ink.Paper);
        DrawHill(canvas);
        DrawFlag(canvas);
        double slope = SlopeAt(position);
        var foot = OnHill(position) - new Point(0, Clearance);
        Point OnCar(double x, double y) => foot + new Point(x, -y).Rotate(slope);
        canvas.FillPolygon([OnCar(-CarWidth / 2, 0), OnCar(-CarWidth / 2, CarHeight), OnCar(CarWidth / 2, CarHeight), OnCar(CarWidth / 2, 0)], Ink.Body);
        canvas.FillPolygon([OnCar(-10, CarHeight), OnCar(-6, CarHeight + 9), OnCar(8, CarHeight + 9), OnCar(13, CarHeight)], Ink.Light);
        foreach (double x in (double[])[-CarWidth / 4, CarWidth / 4])
        {
            canvas.FillCircle(OnCar(x, 0), WheelRadius, Ink.Wheel);
            canvas.FillCircle(OnCar(x, 0), WheelRadius / 2.5, Ink.Faint);
        }
        return canvas;
    }

    public string Sketch(double position, double velocity)
    {
        var canvas = new TextCanvas(Columns, Rows);
        double share = (double)canvas.Width / Width;
        Point OnCanvas(Point point) => new(point.X * share, point.Y * share);
        var hill = Hill();
        for (int i = 1; i < hill.Length; i++) canvas.DrawLine(OnCanvas(hill[i - 1]), OnCanvas(hill[i]));
        var flag = OnHill(goalPosition);
        canvas.DrawLine(OnCanvas(flag), OnCanvas(flag - new Point(0, FlagHeight)));
        canvas.DrawPolygon([OnCanvas(flag - new Point(0, FlagHeight)), OnCanvas(flag - new Point(-25, FlagHeight - 6)), OnCanvas(flag - new Point(0, FlagHeight - 12))]);
        var foot = OnHill(position) - new Point(0, Clearance / 2);
        Point OnCar(double x, double y) => OnCanvas(foot + new Point(x, -y).Rotate(SlopeAt(position)));
        canvas.DrawPolygon([OnCar(-CarWidth / 2, 0), OnCar(-CarWidth / 2, CarHeight), OnCar(CarWidth / 2, CarHeight), OnCar(CarWidth / 2, 0)]);
        return canvas + Invariant($"position {position:+0.000;-0.000}, velocity {velocity:+0.0000;-0.0000}\n");
    }

    private static double SlopeAt(double position) => Math.Atan(0.45 * 3 * Math.Cos(3 * position));

    private void DrawHill(Canvas canvas)
    {
        var hill = Hill();
        canvas.FillPolygon([.. hill, new(Width, Height), new(0, Height)], Ink.Ground);
        canvas.DrawPath(hill, 3, Ink.Grass);
    }

    private void DrawFlag(Canvas canvas)
    {
        var foot = OnHill(goalPosition);
        var top = foot - new Point(0, FlagHeight);
        canvas.DrawLine(foot, top, 2, Ink.Line);
        canvas.FillPolygon([top, top + new Point(25, 6), top + new Point(0, 12)], Ink.Flag);
    }

    private Point[] Hill() => [.. Enumerable.Range(0, Samples)
        .Select(i => OnHill(minPosition + (maxPosition - minPosition) * i / (Samples - 1)))];
}
