namespace EnvHub.Rendering.Tests;

public sealed class GifWriterTests
{
    private const int Width = 90, Height = 70;

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(200)]
    public void Add_FewColors_ReadsBackExactly(int colors)
    {
        byte[][] pictures = [.. Enumerable.Range(0, 4).Select(i => Noise(colors, seed: i + 1))];
        var gif = GifDecoder.Read(Write(pictures, seconds: 0.04));
        Assert.That((gif.Width, gif.Height), Is.EqualTo((Width, Height)));
        Assert.That(gif.Pictures.Select(picture => picture.Colors), Is.EqualTo(pictures.Select(Colors)));
    }

    [Test]
    public void Add_SmallChange_StoresThePartThatChanged()
    {
        byte[] first = Noise(100, seed: 1), second = [.. first];
        second[3 * (20 * Width + 30)] ^= 0xFF;
        byte[] file = Write([first, second], seconds: 0.04);
        Assert.That(file, Has.Length.LessThan(Write([first], seconds: 0.04).Length + 60));
        Assert.That(GifDecoder.Read(file).Pictures[1].Colors, Is.EqualTo(Colors(second)));
    }

    [Test]
    public void Add_ManyColors_KeepsThemNear()
    {
        var pixels = new byte[Width * Height * 3];
        for (int i = 0; i < Width * Height; i++) (pixels[3 * i], pixels[3 * i + 1], pixels[3 * i + 2]) = ((byte)(i % Width * 2), (byte)(i / Width * 3), 90);
        int[] expected = Colors(pixels), found = GifDecoder.Read(Write([pixels], 0.1)).Pictures[0].Colors;
        Assert.That(found.Distinct().Count(), Is.LessThanOrEqualTo(256));
        for (int shift = 0; shift <= 16; shift += 8)
            Assert.That(expected.Zip(found, (a, b) => Math.Abs((a >> shift & 255) - (b >> shift & 255))).Max(), Is.LessThanOrEqualTo(32));
    }

    [Test]
    public void Add_ThirtyPerSecond_KeepsTheSumOfDelays()
    {
        var gif = GifDecoder.Read(Write([.. Enumerable.Range(0, 30).Select(i => Noise(2, i + 1))], 1 / 30.0));
        Assert.That(gif.Pictures.Sum(picture => picture.Delay), Is.EqualTo(100));
    }

    [Test]
    public void Add_WrongSize_IsRefused()
    {
        using var gif = new GifWriter(new MemoryStream(), 2, 2);
        Assert.That(() => gif.Add(new byte[11], 1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static byte[] Write(byte[][] pictures, double seconds)
    {
        using var stream = new MemoryStream();
        using (var gif = new GifWriter(stream, Width, Height))
            foreach (byte[] picture in pictures) gif.Add(picture, seconds);
        return stream.ToArray();
    }

    // Enough codes to fill the encoder's table more than once.
    private static byte[] Noise(int colors, int seed)
    {
        var pixels = new byte[Width * Height * 3];
        uint state = (uint)seed * 2654435761;
        for (int i = 0; i < pixels.Length; i += 3)
        {
            state = state * 1664525 + 1013904223;
            byte color = (byte)((state >> 16) % colors);
            (pixels[i], pixels[i + 1], pixels[i + 2]) = (color, (byte)(255 - color), (byte)(color * 7));
        }
        return pixels;
    }

    private static int[] Colors(byte[] pixels) => [.. pixels.Chunk(3).Select(pixel => pixel[0] << 16 | pixel[1] << 8 | pixel[2])];
}
