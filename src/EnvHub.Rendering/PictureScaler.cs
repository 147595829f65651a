namespace EnvHub.Rendering;

/// <summary>Makes pictures smaller.</summary>
public static class PictureScaler
{
    /// <summary>The picture at another size, each new pixel the mean of the area that it stands for.</summary>
    /// <param name="pixels">Shape <c>[height, width, 3]</c>.</param>
    /// <param name="size">The old width and height, at least 1 each.</param>
    /// <param name="newSize">The new ones, at least 1 each.</param>
    /// <returns>Shape <c>[new height, new width, 3]</c>.</returns>
    public static byte[] Resize(ReadOnlySpan<byte> pixels, (int Width, int Height) size, (int Width, int Height) newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, size.Width * size.Height * 3);
        var resized = new byte[newSize.Width * newSize.Height * 3];
        for (int y = 0; y < newSize.Height; y++)
            for (int x = 0; x < newSize.Width; x++)
                Mean(pixels, size, (Part(x, newSize.Width, size.Width), Part(y, newSize.Height, size.Height)), resized.AsSpan((y * newSize.Width + x) * 3, 3));
        return resized;
    }

    private static (double From, double To) Part(int index, int parts, int length) => ((double)index * length / parts, (double)(index + 1) * length / parts);

    private static void Mean(
        ReadOnlySpan<byte> pixels, (int Width, int Height) size, ((double From, double To) X, (double From, double To) Y) area, Span<byte> mean)
    {
        double red = 0, green = 0, blue = 0, total = 0;
        for (int y = (int)area.Y.From; y < Math.Min(area.Y.To, size.Height); y++)
        {
            double heightShare = Math.Min(y + 1, area.Y.To) - Math.Max(y, area.Y.From);
            for (int x = (int)area.X.From; x < Math.Min(area.X.To, size.Width); x++)
            {
                double share = heightShare * (Math.Min(x + 1, area.X.To) - Math.Max(x, area.X.From));
                int i = (y * size.Width + x) * 3;
                (red, green, blue, total) = (red + share * pixels[i], green + share * pixels[i + 1], blue + share * pixels[i + 2], total + share);
            }
        }
        (mean[0], mean[1], mean[2]) = ((byte)Math.Round(red / total), (byte)Math.Round(green / total), (byte)Math.Round(blue / total));
    }
}
