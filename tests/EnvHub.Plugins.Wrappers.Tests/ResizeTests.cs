using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>Resized images against a fixture that OpenCV computed: Fixtures/resize.py.</summary>
public class ResizeTests
{
    private static readonly JsonElement[] Cases = [.. JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "opencv-resize.json"))).RootElement.EnumerateArray()];

    [TestCaseSource(nameof(Named))]
    public void Scale_ByArea_GivesOpenCvsBytes(JsonElement expected)
    {
        int[] from = Numbers(expected, "from"), to = Numbers(expected, "to");
        var scaler = ImageScaler.Create((from[0], from[1]), (to[0], to[1]), from[2]);
        var target = new float[to[0] * to[1] * from[2]];
        scaler.Scale(SourceImage(from, expected.GetProperty("seed").GetUInt32()), target);
        byte[] bytes = [.. target.Select(value => checked((byte)value))];
        if (expected.TryGetProperty("bytes", out _)) Assert.That(bytes.Select(value => (int)value), Is.EqualTo(Numbers(expected, "bytes")));
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(expected.GetProperty("sha256").GetString()));
    }

    private static IEnumerable<TestCaseData> Named => Cases.Select(expected => new TestCaseData(expected)
        .SetArgDisplayNames(string.Create(CultureInfo.InvariantCulture, $"{expected.GetProperty("from")} to {expected.GetProperty("to")}")));

    private static int[] Numbers(JsonElement of, string key) => [.. of.GetProperty(key).EnumerateArray().Select(number => number.GetInt32())];

    private static float[] SourceImage(int[] shape, uint seed)
    {
        var pixels = new float[shape[0] * shape[1] * shape[2]];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = (seed = seed * 1664525 + 1013904223) >> 24;
        for (int i = 0; i < pixels.Length; i += 5) pixels[i] = 255;
        pixels.AsSpan(pixels.Length / 2, pixels.Length * 3 / 4 - pixels.Length / 2).Fill(pixels[0]);
        return pixels;
    }
}
