using System.Globalization;
using System.Text.Json;
using EnvHub.Numerics;

namespace EnvHub.Contracts.Tests;

/// <summary>Recorded samples, from the files in Fixtures.</summary>
internal static class Fixture
{
    private static readonly JsonElement Spaces = Load("gymnasium-spaces.json");

    /// <summary>The recorded rows of one kind of space.</summary>
    public static IEnumerable<TestCaseData> Rows(string kind) => Spaces.GetProperty(kind).EnumerateArray()
        .Select((row, index) => new TestCaseData(row).SetArgDisplayNames(row.TryGetProperty("name", out var name) ? name.GetString()! : $"row {index}"));

    public static T[] Array<T>(this JsonElement row, string name) => row.GetProperty(name).Deserialize<T[]>()!;

    public static T[][] Arrays<T>(this JsonElement row, string name) => row.GetProperty(name).Deserialize<T[][]>()!;

    public static RandomGenerator Generator(this JsonElement row) => new(row.GetProperty("seed").GetUInt64());

    /// <summary>The float32 values whose 32 bits are recorded.</summary>
    public static float[] Floats(uint[] bits) => [.. bits.Select(BitConverter.UInt32BitsToSingle)];

    /// <summary>Asserts that the generator stands where Gymnasium's stood.</summary>
    public static void AssertPlace(RandomGenerator random, JsonElement row)
    {
        var place = row.GetProperty("place");
        Assert.That(random.State.State, Is.EqualTo(UInt128.Parse(place.GetProperty("state").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        Assert.That((random.State.HasCachedHalf, random.State.CachedHalf),
            Is.EqualTo((place.GetProperty("hasCachedHalf").GetBoolean(), place.GetProperty("cachedHalf").GetUInt32())));
    }

    private static JsonElement Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", file)));
        return document.RootElement.Clone();
    }
}
