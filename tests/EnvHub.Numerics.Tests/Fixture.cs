using System.Globalization;
using System.Text.Json;

namespace EnvHub.Numerics.Tests;

/// <summary>Recorded numbers, from the files in Fixtures.</summary>
internal static class Fixture
{
    public static JsonElement Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", file)));
        return document.RootElement.Clone();
    }

    /// <summary>The double whose 64 bits are written in hexadecimal.</summary>
    public static double FromBits(JsonElement bits) => BitConverter.UInt64BitsToDouble(ulong.Parse(bits.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    public static string ToBits(double value) => BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The double in Python's notation, e.g. <c>-0x1.8p-2</c>.</summary>
    public static double FromHex(string text)
    {
        bool isNegative = text[0] == '-';
        string[] parts = text.TrimStart('-')["0x".Length..].Split('p');
        string digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        int fractionBits = 4 * (digits.Length - parts[0].IndexOf('.', StringComparison.Ordinal));
        double size = Math.ScaleB(ulong.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture) - fractionBits);
        return isNegative ? -size : size;
    }

    public static UInt128 Word(JsonElement text) => UInt128.Parse(text.GetString()!.Replace("0x", "", StringComparison.Ordinal), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static T[] ArrayOf<T>(JsonElement array) => array.Deserialize<T[]>()!;

    /// <summary>Asserts that a generator stands where NumPy's stood.</summary>
    public static void AssertPlace(RandomGenerator random, JsonElement after)
    {
        var place = random.State;
        Assert.That(place.State, Is.EqualTo(Word(after.GetProperty("state"))));
        Assert.That((place.HasCachedHalf, place.CachedHalf), Is.EqualTo((after.GetProperty("hasCachedHalf").GetBoolean(), after.GetProperty("cachedHalf").GetUInt32())));
    }
}
