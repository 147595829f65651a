namespace EnvHub.Rendering;

/// <content>Shapes, all of them polygons in the end.</content>
public sealed partial class Canvas
{
    /// <summary>Fills an upright rectangle.</summary>
    /// <param name="corner">Top left.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public void FillRectangle(Point corner, double width, double height, Color color) => FillPolygon(
        [corner, corner + new Point(width, 0), corner + new Point(width, height), corner + new Point(0, height)], color);

    /// <summary>Fills an upright rectangle with round corners.</summary>
    /// <param name="corner">Top left.</param>
    /// <param name="size">Width and height, pixels.</param>
    /// <param name="radius">Of the corners, pixels; at most half of the smaller side.</param>
    public void FillRoundedRectangle(Point corner, Point size, double radius, Color color)
    {
        const int PerCorner = 8;
        Span<Point> outline = stackalloc Point[4 * PerCorner];
        for (int i = 0; i < outline.Length; i++)
        {
            int quarter = i / PerCorner;
            var centre = corner + new Point(quarter is 0 or 3 ? size.X - radius : radius, quarter < 2 ? radius : size.Y - radius);
            outline[i] = centre + Point.Polar(radius, (quarter + i % PerCorner / (PerCorner - 1.0)) * Math.PI / 2);
        }
        FillPolygon(outline, color);
    }

    /// <summary>Fills a circle.</summary>
    /// <param name="radius">Pixels.</param>
    public void FillCircle(Point centre, double radius, Color color) => FillEllipse(centre, radius, radius, color);

    /// <summary>Fills an upright ellipse.</summary>
    /// <param name="radiusX">Half the width, pixels.</param>
    /// <param name="radiusY">Half the height, pixels.</param>
    public void FillEllipse(Point centre, double radiusX, double radiusY, Color color)
    {
        // With four sides per pixel of radius a side leaves the circle by less than a twentieth of a pixel.
        int corners = Math.Clamp((int)(4 * Math.Max(radiusX, radiusY)), 16, 256);
        Span<Point> outline = stackalloc Point[corners];
        for (int i = 0; i < corners; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / corners);
            outline[i] = centre + new Point(radiusX * cos, radiusY * sin);
        }
        FillPolygon(outline, color);
    }

    /// <summary>Draws a straight line with square ends that do not reach beyond its points.</summary>
    /// <param name="width">Pixels.</param>
    public void DrawLine(Point from, Point to, double width, Color color) => DrawPath([from, to], width, color);

    /// <summary>Draws a line through points.</summary>
    /// <param name="points">At least two; turns between them should be gentle, since corners are cut across the middle of the turn.</param>
    /// <param name="width">Pixels.</param>
    public void DrawPath(ReadOnlySpan<Point> points, double width, Color color)
    {
        if (points.Length < 2) return;
        var outline = new Point[2 * points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            var along = points[Math.Min(i + 1, points.Length - 1)] - points[Math.Max(i - 1, 0)];
            double length = Math.Max(Math.Sqrt(along.X * along.X + along.Y * along.Y), double.Epsilon);
            var aside = new Point(along.Y * width / (2 * length), -along.X * width / (2 * length));
            outline[i] = points[i] + aside;
            outline[^(i + 1)] = points[i] - aside;
        }
        FillPolygon(outline, color);
    }

    /// <summary>Writes text in the built-in font, in upper and lower case.</summary>
    /// <param name="text">Printable ASCII; any other character becomes '?'.</param>
    /// <param name="corner">Top left.</param>
    /// <param name="scale">Pixels per dot of the font, which is <see cref="PixelFont.Height"/> dots high.</param>
    public void DrawText(string text, Point corner, double scale, Color color)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (int i = 0; i < text.Length; i++)
            for (int row = 0; row < PixelFont.Height; row++)
                for (int column = 0; column < PixelFont.Advance - 1; column++)
                    if (PixelFont.HasDot(text[i], column, row))
                        FillRectangle(corner + new Point((i * PixelFont.Advance + column) * scale, row * scale), scale, scale, color);
    }
}
