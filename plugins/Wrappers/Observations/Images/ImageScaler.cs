namespace EnvHub.Plugins.Wrappers;

/// <summary>Brings an image of bytes to another size as OpenCV's <c>resize</c> with <c>INTER_AREA</c> does, to the same bytes.</summary>
/// <remarks>Source: what OpenCV 4.6 gives; the fixture of the tests says how it was made. An image is <c>[H, W, C]</c>, row-major, a float for each byte.</remarks>
internal abstract class ImageScaler
{
    /// <summary>Writes the scaled image. Allocates nothing.</summary>
    public abstract void Scale(ReadOnlySpan<float> source, Span<float> target);

    /// <summary>The scaler for two sizes.</summary>
    public static ImageScaler Create((int Height, int Width) from, (int Height, int Width) to, int channels)
    {
        if (from == to) return new SameSize();
        var (scaleY, scaleX) = ScalesOf(from, to);
        if (scaleX < 1 || scaleY < 1) return new GrowingScaler(from, to, channels);
        return IsWhole(scaleX) && IsWhole(scaleY)
            ? new AreaBlocks((int)Math.Round(scaleY), (int)Math.Round(scaleX), from.Width, to, channels)
            : new AreaWeights(from, to, channels);
    }

    /// <summary>Whether pixels are shared out by weights: <see cref="AreaWeights"/>.</summary>
    public static bool Weighs((int Height, int Width) from, (int Height, int Width) to)
    {
        var (scaleY, scaleX) = ScalesOf(from, to);
        return from != to && scaleX >= 1 && scaleY >= 1 && !(IsWhole(scaleX) && IsWhole(scaleY));
    }

    /// <summary>Pixels inside per pixel outside, rounded twice as OpenCV does.</summary>
    internal static double ScaleOf(int from, int to) => 1.0 / ((double)to / from);

    /// <summary>The nearest byte, of two the even one.</summary>
    private protected static float ToByte(float value) => Math.Clamp(MathF.Round(value), byte.MinValue, byte.MaxValue);

    private static (double Y, double X) ScalesOf((int Height, int Width) from, (int Height, int Width) to) =>
        (ScaleOf(from.Height, to.Height), ScaleOf(from.Width, to.Width));

    private static bool IsWhole(double scale) => Math.Abs(scale - Math.Round(scale)) < Math.BitIncrement(1.0) - 1;

    private sealed class SameSize : ImageScaler
    {
        public override void Scale(ReadOnlySpan<float> source, Span<float> target) => source.CopyTo(target);
    }
}
