using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace EnvHub.Numerics.Tests;

public sealed class RandomGeneratorDistributionTests
{
    private static readonly JsonElement Numbers = Fixture.Load("numpy-random.json");

    public static IEnumerable<TestCaseData> ManyDraws() => Rows("manyDraws", row => $"{row.GetProperty("distribution")}, seed {row.GetProperty("seed")}");

    public static IEnumerable<TestCaseData> Geometric() => Rows("geometric", row => $"p {Fixture.FromBits(row.GetProperty("p"))}");

    /// <summary>A million draws go through every layer, its slow path and the tail.</summary>
    [TestCaseSource(nameof(ManyDraws))]
    public void Ziggurat_AMillionDraws_HashAsNumPys(JsonElement row)
    {
        var random = new RandomGenerator(ulong.Parse(row.GetProperty("seed").GetString()!, CultureInfo.InvariantCulture));
        Func<double> draw = row.GetProperty("distribution").GetString() == "standard_normal" ? random.Normal : random.Exponential;
        double[] values = new double[row.GetProperty("count").GetInt32()];
        for (int i = 0; i < values.Length; i++) values[i] = draw();
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values.AsSpan()))), Is.EqualTo(row.GetProperty("sha256").GetString()));
        Fixture.AssertPlace(random, row.GetProperty("after"));
    }

    [Test]
    public void Normal_InTheTail_EqualsNumPys() => AssertTail("normalTail", random => random.Normal());

    [Test]
    public void Exponential_InTheTail_EqualsNumPys() => AssertTail("exponentialTail", random => random.Exponential());

    [Test]
    public void Normal_WithMeanAndDeviation_EqualsNumPys()
    {
        var row = Numbers.GetProperty("normal");
        var random = new RandomGenerator(row.GetProperty("seed").GetUInt64());
        var drawn = row.GetProperty("values").EnumerateArray().Select(_ => Fixture.ToBits(random.Normal(row.GetProperty("mean").GetDouble(), row.GetProperty("deviation").GetDouble())));
        Assert.That(drawn, Is.EqualTo(Fixture.ArrayOf<string>(row.GetProperty("values"))));
    }

    [Test]
    public void Exponential_WithScale_EqualsNumPys()
    {
        var row = Numbers.GetProperty("exponential");
        var random = new RandomGenerator(row.GetProperty("seed").GetUInt64());
        var drawn = row.GetProperty("values").EnumerateArray().Select(_ => Fixture.ToBits(random.Exponential(row.GetProperty("scale").GetDouble())));
        Assert.That(drawn, Is.EqualTo(Fixture.ArrayOf<string>(row.GetProperty("values"))));
    }

    [TestCaseSource(nameof(Geometric))]
    public void Geometric_AnyChance_EqualsNumPys(JsonElement row)
    {
        var random = new RandomGenerator(row.GetProperty("seed").GetUInt64());
        double success = Fixture.FromBits(row.GetProperty("p"));
        var drawn = row.GetProperty("values").EnumerateArray().Select(_ => $"{random.Geometric(success)}");
        Assert.That(drawn, Is.EqualTo(Fixture.ArrayOf<string>(row.GetProperty("values"))));
        Fixture.AssertPlace(random, row.GetProperty("after"));
    }

    [Test]
    public void Geometric_MoreTrialsThanAnIntegerHolds_GivesTheLargest() => Assert.That(new RandomGenerator(0).Geometric(1e-300), Is.EqualTo(long.MaxValue));

    [TestCase(0.0), TestCase(-0.5), TestCase(1.5), TestCase(double.NaN)]
    public void Geometric_ChanceOutsideItsRange_Throws(double success) =>
        Assert.That(() => new RandomGenerator(0).Geometric(success), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Normal_NegativeDeviation_Throws() => Assert.That(() => new RandomGenerator(0).Normal(0, -1), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Exponential_NegativeScale_Throws() => Assert.That(() => new RandomGenerator(0).Exponential(-1), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static void AssertTail(string name, Func<RandomGenerator, double> draw)
    {
        foreach (var row in Numbers.GetProperty(name).EnumerateArray())
        {
            var random = new RandomGenerator(new Pcg64State(Fixture.Word(row.GetProperty("state")), Fixture.Word(row.GetProperty("increment")), HasCachedHalf: false, CachedHalf: 0));
            Assert.That(Fixture.ToBits(draw(random)), Is.EqualTo(row.GetProperty("value").GetString()));
        }
    }

    private static IEnumerable<TestCaseData> Rows(string name, Func<JsonElement, string> label) =>
        Numbers.GetProperty(name).EnumerateArray().Select(row => new TestCaseData(row).SetArgDisplayNames(label(row)));
}
