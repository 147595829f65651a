using EnvHub.Rendering;
using static System.FormattableString;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Draws an acrobot, 500 by 500 pixels, the fixed joint in the middle, with the bar that the tip must rise above.</summary>
/// <remarks>Source: the sizes and places of Gymnasium's picture, whose second link is always 1 m long; the look is our own.</remarks>
internal sealed class AcrobotPicture(double linkLength1)
{
    public const int Size = 500;

    private const double LinkLength2 = 1, BarHeight = 1, LinkWidth = 0.2, JointRadius = 0.1;
    private const int Columns = 44, Rows = 22;

    private static readonly Point Pivot = new(Size / 2.0, Size / 2.0);

    /// <summary>Pixels per metre: both links stretched out leave a margin of 0.2 m.</summary>
    public double Scale => Size / (2 * (linkLength1 + LinkLength2 + 0.2));

    /// <summary>Where the two links meet.</summary>
    /// <param name="theta1">rad, 0 hangs down.</param>
    public Point Elbow(double theta1) => Pivot + Point.Polar(linkLength1 * Scale, theta1 - Math.PI / 2);

    /// <summary>The end of the second link.</summary>
    /// <param name="theta1">rad, 0 hangs down.</param>
    /// <param name="theta2">rad, relative to the first link.</param>
    public Point Tip(double theta1, double theta2) => Elbow(theta1) + Point.Polar(LinkLength2 * Scale, theta1 + theta2 - Math.PI / 2);

    public Canvas Draw(double theta1, double theta2)
    {
        var canvas = new Canvas(Size, Size, Ink.Paper);
        double bar = Pivot.Y - BarHeight * Scale;
        canvas.FillRectangle(default, Size, bar, Ink.Grass.At(0.12));
        canvas.DrawLine(new(0, bar), new(Size, bar), 2, Ink.Grass);
        var (elbow, tip) = (Elbow(theta1), Tip(theta1, theta2));
        canvas.DrawLine(Pivot, elbow, LinkWidth * Scale, Ink.Body);
        canvas.DrawLine(elbow, tip, LinkWidth * Scale, Ink.Light);
        canvas.FillCircle(tip, LinkWidth * Scale / 2, Ink.Light);
        foreach (var joint in (Point[])[Pivot, elbow])
        {
            canvas.FillCircle(joint, JointRadius * Scale + 1, Ink.Line);
            canvas.FillCircle(joint, JointRadius * Scale - 2, Ink.Joint);
        }
        return canvas;
    }

    public string Sketch(double theta1, double theta2)
    {
        var canvas = new TextCanvas(Columns, Rows);
        double share = (double)canvas.Width / Size;
        Point OnCanvas(Point point) => new(point.X * share, point.Y * share);
        double bar = Pivot.Y - BarHeight * Scale;
        for (int x = 0; x < canvas.Width; x += 2) canvas.SetDot(new(x, bar * share));
        canvas.DrawLine(OnCanvas(Pivot), OnCanvas(Elbow(theta1)));
        canvas.DrawLine(OnCanvas(Elbow(theta1)), OnCanvas(Tip(theta1, theta2)));
        foreach (var joint in (Point[])[Pivot, Elbow(theta1)])
            for (int i = 0; i < 9; i++) canvas.SetDot(OnCanvas(joint) + new Point(i % 3 - 1, i / 3 - 1));
        return canvas + Invariant($"angles {theta1 * 180 / Math.PI:+0.0;-0.0}, {theta2 * 180 / Math.PI:+0.0;-0.0} deg\n");
    }
}
