namespace EnvHub.Rendering;

/// <summary>A place on a canvas, in pixels: x to the right, y down; the first pixel covers [0, 1) of both.</summary>
public readonly record struct Point(double X, double Y)
{
    /// <summary>This place, moved.</summary>
    public static Point operator +(Point point, Point move) => new(point.X + move.X, point.Y + move.Y);

    /// <summary>How to get from the second place to the first.</summary>
    public static Point operator -(Point to, Point from) => new(to.X - from.X, to.Y - from.Y);

    /// <summary>This place, moved.</summary>
    public static Point Add(Point point, Point move) => point + move;

    /// <summary>How to get from the second place to the first.</summary>
    public static Point Subtract(Point to, Point from) => to - from;

    /// <summary>The place at a distance (pixels) in a direction (rad; 0 is right, a quarter turn is up).</summary>
    public static Point Polar(double distance, double angle) => new(distance * Math.Cos(angle), -distance * Math.Sin(angle));

    /// <summary>This place turned about the origin, counterclockwise as seen, by an angle in rad.</summary>
    public Point Rotate(double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new(X * cos + Y * sin, Y * cos - X * sin);
    }
}
