using EnvHub.Rendering;
using static System.FormattableString;

namespace EnvHub.Envs.ClassicControl;

/// <summary>Draws a cart-pole, 600 by 400 pixels: the track's limits lie at the left and right edge, the pole is to the same scale.</summary>
/// <remarks>Source: the sizes and places of Gymnasium's picture; the look is our own.</remarks>
internal static class CartPolePicture
{
    public const int Width = 600, Height = 400;

    /// <summary>Pixels per metre.</summary>
    public const double Scale = Width / (2 * CartPoleSpec.TrackLimit);

    private const double CartWidth = 50, CartHeight = 30, PoleWidth = 10, AxleAbove = CartHeight / 4, TrackY = 300;
    private const int Columns = 60, Rows = 12;

    /// <summary>Where the pole turns.</summary>
    /// <param name="x">Of the cart, m.</param>
    public static Point Axle(double x) => new(x * Scale + Width / 2.0, TrackY - AxleAbove);

    /// <summary>From the axle to the tip, whose end lies half a pole's width short of its length, as Gymnasium's does.</summary>
    /// <param name="theta">rad, 0 is upright, positive leans right.</param>
    /// <param name="halfLength">Of the pole, m.</param>
    public static Point Tip(double theta, double halfLength) => Point.Polar(2 * halfLength * Scale - PoleWidth / 2, Math.PI / 2 - theta);

    public static Canvas Draw(double x, double theta, double halfLength)
    {
        var canvas = new Canvas(Width, Height, Ink.Paper);
        canvas.FillRectangle(new(0, TrackY), Width, Height - TrackY, Ink.Faint.At(0.35));
        canvas.DrawLine(new(0, TrackY), new(Width, TrackY), 2, Ink.Line);
        var axle = Axle(x);
        canvas.FillRoundedRectangle(new(axle.X - CartWidth / 2, TrackY - CartHeight / 2), new(CartWidth, CartHeight), 4, Ink.Body);
        var tail = Point.Polar(PoleWidth / 2, -Math.PI / 2 - theta);
        canvas.DrawLine(axle + tail, axle + Tip(theta, halfLength), PoleWidth, Ink.Pole);
        canvas.FillCircle(axle, PoleWidth / 2, Ink.Joint);
        return canvas;
    }

    public static string Sketch(double x, double theta, double halfLength)
    {
        var canvas = new TextCanvas(Columns, Rows);
        double share = (double)canvas.Width / Width;
        Point OnCanvas(Point point) => new(point.X * share, canvas.Height - 3 - (TrackY - point.Y) * share);
        var axle = Axle(x);
        canvas.DrawLine(new(0, canvas.Height - 1), new(canvas.Width - 1, canvas.Height - 1));
        var (left, right) = (axle.X - CartWidth / 2, axle.X + CartWidth / 2);
        canvas.DrawPolygon([OnCanvas(new(left, TrackY - 15)), OnCanvas(new(right, TrackY - 15)), OnCanvas(new(right, TrackY + 5)), OnCanvas(new(left, TrackY + 5))]);
        canvas.DrawLine(OnCanvas(axle), OnCanvas(axle + Tip(theta, halfLength)));
        return canvas + Invariant($"x {x:+0.000;-0.000} m, angle {theta * 180 / Math.PI:+0.00;-0.00} deg\n");
    }
}
