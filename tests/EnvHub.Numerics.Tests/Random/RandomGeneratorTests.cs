using System.Globalization;
using System.Text.Json;

namespace EnvHub.Numerics.Tests;

/// <summary>The vectors recorded beside Gymnasium's trajectories, seed by seed.</summary>
public sealed class RandomGeneratorTests
{
    private static readonly JsonElement Numbers = Fixture.Load("numpy-random.json");
    private static readonly JsonElement Recorded = Fixture.Load("gymnasium-generator.json").GetProperty("rng");

    public static IEnumerable<ulong> Seeds() => Recorded.EnumerateObject().Select(seed => ulong.Parse(seed.Name, CultureInfo.InvariantCulture));

    [TestCaseSource(nameof(Seeds))]
    public void State_Fresh_EqualsNumPys(ulong seed)
    {
        var state = new RandomGenerator(seed).State;
        Assert.That((state.State, state.Increment), Is.EqualTo((Fixture.Word(Row(seed, "pcg64_state")), Fixture.Word(Row(seed, "pcg64_inc")))));
    }

    [TestCaseSource(nameof(Seeds))]
    public void NextUInt64_FirstDraws_EqualNumPys(ulong seed)
    {
        var random = new RandomGenerator(seed);
        AssertDraws(Row(seed, "raw"), () => random.NextUInt64().ToString(CultureInfo.InvariantCulture));
    }

    [TestCaseSource(nameof(Seeds))]
    public void NextDouble_FirstDraws_EqualNumPys(ulong seed)
    {
        var random = new RandomGenerator(seed);
        AssertDoubles(Row(seed, "random_hex"), random.NextDouble);
    }

    [TestCaseSource(nameof(Seeds))]
    public void Integers_EveryRecordedRange_EqualNumPys(ulong seed)
    {
        foreach (var range in Recorded.GetProperty($"{seed}").EnumerateObject().Where(entry => entry.Name.StartsWith("integers_", StringComparison.Ordinal)))
        {
            var random = new RandomGenerator(seed);
            long high = long.Parse(range.Name["integers_".Length..], CultureInfo.InvariantCulture);
            AssertDraws(range.Value, () => random.Integers(high));
        }
    }

    [TestCaseSource(nameof(Seeds))]
    public void Integers_BetweenDoubles_KeepTheirHalf(ulong seed)
    {
        var random = new RandomGenerator(seed);
        var row = Row(seed, "mix_int6_then_random_then_int6");
        for (int i = 0; i < row.GetArrayLength(); i++)
        {
            if (row[i].ValueKind == JsonValueKind.String) Assert.That(random.NextDouble(), Is.EqualTo(Fixture.FromHex(row[i].GetString()!)));
            else Assert.That(random.Integers(6), Is.EqualTo(row[i].GetInt64()));
        }
    }

    [TestCaseSource(nameof(Seeds))]
    public void Integers_Bytes_EqualNumPys(ulong seed)
    {
        sbyte[] values = new sbyte[13];
        new RandomGenerator(seed).Integers(0, 2, values);
        Assert.That(values, Is.EqualTo(Fixture.ArrayOf<sbyte>(Row(seed, "int8_0_2_size13"))));
    }

    [TestCaseSource(nameof(Seeds))]
    public void Normal_FirstDraws_EqualNumPys(ulong seed)
    {
        var random = new RandomGenerator(seed);
        AssertDoubles(Row(seed, "normal_hex"), random.Normal);
    }

    [TestCaseSource(nameof(Seeds))]
    public void Exponential_FirstDraws_EqualNumPys(ulong seed)
    {
        var random = new RandomGenerator(seed);
        AssertDoubles(Row(seed, "exponential_hex"), random.Exponential);
    }

    [TestCaseSource(nameof(Seeds))]
    public void Geometric_AQuarter_EqualsNumPys(ulong seed)
    {
        var random = new RandomGenerator(seed);
        AssertDraws(Row(seed, "geometric_0.25"), () => random.Geometric(0.25));
    }

    [TestCaseSource(nameof(Seeds))]
    public void Choice_ThreeProbabilities_EqualsNumPys(ulong seed)
    {
        var random = new RandomGenerator(seed);
        AssertDraws(Row(seed, "choice_p_[.1,.2,.7]"), () => random.Choice([0.1, 0.2, 0.7]));
    }

    [Test]
    public void State_RecordedAndRestored_GivesTheSameFuture()
    {
        var random = new RandomGenerator(8);
        random.Integers(6);
        var later = new RandomGenerator(random.State);
        Assert.That((later.Integers(6), later.Normal(), later.NextUInt32()), Is.EqualTo((random.Integers(6), random.Normal(), random.NextUInt32())));
    }

    [Test]
    public void Draws_OfAllKindsInTurn_EqualNumPys()
    {
        var row = Numbers.GetProperty("mixed");
        var random = new RandomGenerator(row.GetProperty("seed").GetUInt64());
        sbyte[] bit = new sbyte[1];
        string[] expected = Fixture.ArrayOf<string>(row.GetProperty("values"));
        for (int i = 0; i < expected.Length; i++)
        {
            string drawn = (i % 6) switch
            {
                0 => $"{random.Integers(5)}",
                1 => Fixture.ToBits(random.Normal()),
                2 => $"{random.Integers(-10, 10)}",
                3 => Fixture.ToBits(random.Exponential()),
                4 => Byte(random, bit),
                _ => Fixture.ToBits(random.Uniform(-1, 1)),
            };
            Assert.That(drawn, Is.EqualTo(expected[i]), $"draw {i}");
        }
        Fixture.AssertPlace(random, row.GetProperty("after"));
    }

    private static string Byte(RandomGenerator random, sbyte[] bit)
    {
        random.Integers(0, 2, bit);
        return $"{bit[0]}";
    }

    private static JsonElement Row(ulong seed, string name) => Recorded.GetProperty($"{seed}").GetProperty(name);

    private static void AssertDraws<T>(JsonElement expected, Func<T> draw)
    {
        foreach (var value in expected.EnumerateArray()) Assert.That($"{draw()}", Is.EqualTo(value.ToString()));
    }

    private static void AssertDoubles(JsonElement expected, Func<double> draw)
    {
        foreach (var value in expected.EnumerateArray()) Assert.That(draw(), Is.EqualTo(Fixture.FromHex(value.GetString()!)));
    }
}
