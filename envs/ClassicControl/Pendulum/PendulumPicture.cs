using EnvHub.Rendering;
using static System.FormattableString;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Draws a pendulum, 500 by 500 pixels, its pivot in the middle, with an arrow for the torque of the last step.</summary>
/// <remarks>Source: the sizes and places of Gymnasium's picture, in which the rod is always 1 m long; the look is our own.</remarks>
internal static class PendulumPicture
{
    public const int Size = 500;

    /// <summary>Pixels per metre.</summary>
    public const double Scale = Size / 4.4;

    private const double RodWidth = 0.2 * Scale, AxleRadius = 0.05 * Scale, LargestTorque = 2;
    private const int Columns = 44, Rows = 22;

    private static readonly Point Pivot = new(Size / 2.0, Size / 2.0);

    /// <summary>The free end of the rod.</summary>
    /// <param name="theta">rad, 0 is upright, positive leans left.</param>
    public static Point Tip(double theta) => Pivot + Point.Polar(Scale, theta + Math.PI / 2);

    /// <param name="torque">N·m, positive turns counterclockwise; NaN before the first step.</param>
    public static Canvas Draw(double theta, double torque)
    {
        var canvas = new Canvas(Size, Size, Ink.Paper);
        canvas.FillCircle(Pivot, Scale + RodWidth / 2, Ink.Faint.At(0.35));
        var tip = Tip(theta);
        canvas.DrawLine(Pivot, tip, RodWidth, Ink.Flag);
        canvas.FillCircle(Pivot, RodWidth / 2, Ink.Flag);
        canvas.FillCircle(tip, RodWidth / 2, Ink.Flag);
        if (Math.Abs(torque) > 0) DrawTorque(canvas, Math.Clamp(torque / LargestTorque, -1, 1));
        canvas.FillCircle(Pivot, AxleRadius, Ink.Wheel);
        return canvas;
    }

    public static string Sketch(double theta, double speed, double torque)
    {
        var canvas = new TextCanvas(Columns, Rows);
        double share = (double)canvas.Width / Size;
        Point OnCanvas(Point point) => new(point.X * share, point.Y * share);
        for (int i = 0; i < 72; i++) canvas.SetDot(OnCanvas(Pivot + Point.Polar(Scale * 1.12, i * Math.PI / 36)));
        foreach (var aside in (Point[])[default, new(1, 0), new(0, 1)]) canvas.DrawLine(OnCanvas(Pivot) + aside, OnCanvas(Tip(theta)) + aside);
        string last = double.IsNaN(torque) ? "" : Invariant($", torque {torque:+0.00;-0.00} N m");
        return canvas + Invariant($"angle {Math.IEEERemainder(theta, 2 * Math.PI) * 180 / Math.PI:+0.0;-0.0} deg, speed {speed:+0.00;-0.00} rad/s{last}\n");
    }

    // An arc around the pivot, three quarters of a turn, that ends in an arrowhead; as large as the torque.
    private static void DrawTorque(Canvas canvas, double share)
    {
        const int Steps = 40;
        double radius = Math.Abs(share) * Scale / 2, turn = Math.Sign(share);
        Span<Point> arc = stackalloc Point[Steps + 1];
        for (int i = 0; i <= Steps; i++) arc[i] = Pivot + Point.Polar(radius, Math.PI / 2 + turn * (i * 1.4 * Math.PI / Steps - 0.2));
        canvas.DrawPath(arc, 3, Ink.Wheel);
        var (end, forward) = (arc[Steps], arc[Steps] - arc[Steps - 1]);
        double length = Math.Sqrt(forward.X * forward.X + forward.Y * forward.Y), size = 4 + radius / 6;
        var ahead = new Point(forward.X / length * size, forward.Y / length * size);
        var aside = ahead.Rotate(Math.PI / 2);
        canvas.FillPolygon([end + ahead, end + aside, end - aside], Ink.Wheel);
    }
}
