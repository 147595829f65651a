namespace EnvHub.Rendering;

/// <summary>A picture to draw on: bytes of shape <c>[Height, Width, 3]</c>, row-major, red green blue.</summary>
/// <remarks>Edges are anti-aliased by the exact share of each pixel that they cover. What lies outside is cut off.</remarks>
public sealed partial class Canvas
{
    private readonly byte[] _pixels;
    private readonly Coverage _coverage;

    /// <param name="width">Pixels per row; at least 1.</param>
    /// <param name="height">Rows; at least 1.</param>
    public Canvas(int width, int height, Color background)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        (Width, Height) = (width, height);
        (_pixels, _coverage) = (new byte[width * height * 3], new Coverage(width, height));
        for (int i = 0; i < _pixels.Length; i += 3) Set(i, background);
    }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>What was drawn, shape <c>[Height, Width, 3]</c>; a view, which later drawing changes.</summary>
    public ReadOnlyMemory<byte> Pixels => _pixels;

    /// <summary>The colour of one pixel.</summary>
    /// <param name="x">From the left, [0, Width).</param>
    /// <param name="y">From the top, [0, Height).</param>
    public Color this[int x, int y]
    {
        get
        {
            int i = IndexOf(x, y);
            return new(_pixels[i], _pixels[i + 1], _pixels[i + 2]);
        }
    }

    /// <summary>Fills a polygon, whose last corner joins the first.</summary>
    /// <param name="corners">Clockwise or not; edges that cross one another make places that count twice or not at all.</param>
    public void FillPolygon(ReadOnlySpan<Point> corners, Color color)
    {
        for (int i = 0; i < corners.Length; i++) _coverage.AddEdge(corners[i], corners[(i + 1) % corners.Length]);
        _coverage.Sweep((x, y, share) => Blend((y * Width + x) * 3, color, share * color.Opacity));
    }

    /// <summary>Copies another picture onto this one.</summary>
    /// <param name="x">Where its left edge comes to lie.</param>
    /// <param name="y">Where its top edge comes to lie.</param>
    public void Blit(Canvas source, int x, int y)
    {
        ArgumentNullException.ThrowIfNull(source);
        int left = Math.Max(0, -x), length = Math.Min(source.Width, Width - x) - left;
        if (length <= 0) return;
        for (int row = Math.Max(0, -y); row < source.Height && row + y < Height; row++)
            source._pixels.AsSpan(source.IndexOf(left, row), length * 3).CopyTo(_pixels.AsSpan(IndexOf(x + left, y + row)));
    }

    private int IndexOf(int x, int y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, Width);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, Height);
        return (y * Width + x) * 3;
    }

    private void Set(int index, Color color) =>
        (_pixels[index], _pixels[index + 1], _pixels[index + 2]) = (color.Red, color.Green, color.Blue);

    private void Blend(int index, Color color, double share)
    {
        _pixels[index] = Mix(_pixels[index], color.Red, share);
        _pixels[index + 1] = Mix(_pixels[index + 1], color.Green, share);
        _pixels[index + 2] = Mix(_pixels[index + 2], color.Blue, share);
    }

    private static byte Mix(byte below, byte above, double share) => (byte)Math.Round(below + (above - below) * share);
}
