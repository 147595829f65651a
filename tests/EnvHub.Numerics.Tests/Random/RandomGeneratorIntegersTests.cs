using System.Globalization;
using System.Text.Json;

namespace EnvHub.Numerics.Tests;

public sealed class RandomGeneratorIntegersTests
{
    private static readonly JsonElement Numbers = Fixture.Load("numpy-random.json");

    public static IEnumerable<TestCaseData> Bytes() => Numbers.GetProperty("int8").EnumerateArray()
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"[{row.GetProperty("low")}, {row.GetProperty("high")})"));

    [TestCaseSource(nameof(Bytes))]
    public void Integers_BytesInTwoCalls_EqualNumPys(JsonElement row)
    {
        var random = new RandomGenerator(row.GetProperty("seed").GetUInt64());
        foreach (string call in (string[])["first", "second"])
        {
            sbyte[] expected = Fixture.ArrayOf<sbyte>(row.GetProperty(call)), values = new sbyte[expected.Length];
            random.Integers(row.GetProperty("low").GetSByte(), row.GetProperty("high").GetSByte(), values);
            Assert.That(values, Is.EqualTo(expected));
        }
        Fixture.AssertPlace(random, row.GetProperty("after"));
    }

    [Test]
    public void Integers_RangesBeyond32Bits_EqualNumPys()
    {
        var row = Numbers.GetProperty("integers");
        var random = new RandomGenerator(row.GetProperty("seed").GetUInt64());
        foreach (long expected in Longs(row.GetProperty("full"))) Assert.That(random.Integers(long.MinValue, long.MaxValue), Is.EqualTo(expected));
        foreach (long expected in Longs(row.GetProperty("words"))) Assert.That(random.Integers(0, 1L << 32), Is.EqualTo(expected));
        foreach (long expected in Longs(row.GetProperty("wide"))) Assert.That(random.Integers(-5, 1L << 40), Is.EqualTo(expected));
        Fixture.AssertPlace(random, row.GetProperty("after"));
    }

    [Test]
    public void Integers_WithinInt32_EqualNumPysInt32()
    {
        var row = Numbers.GetProperty("integers");
        var random = new RandomGenerator(row.GetProperty("int32Seed").GetUInt64());
        int[] expected = Fixture.ArrayOf<int>(row.GetProperty("int32"));
        Assert.That(expected.Select(_ => random.Integers(-7, 1000)), Is.EqualTo(expected));
    }

    [Test]
    public void Integers_RangeOfOne_DrawsNothing()
    {
        var random = new RandomGenerator(1);
        var before = random.State;
        random.Integers(4, 5);
        Assert.That(random.State, Is.EqualTo(before));
    }

    [TestCase(3, 3), TestCase(4, 3)]
    public void Integers_EmptyRange_Throws(long low, long high) =>
        Assert.That(() => new RandomGenerator(0).Integers(low, high), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static IEnumerable<long> Longs(JsonElement texts) =>
        Fixture.ArrayOf<string>(texts).Select(text => long.Parse(text, CultureInfo.InvariantCulture));
}
