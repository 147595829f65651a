using System.Globalization;
using System.Text.Json;

namespace EnvHub.Numerics.Tests;

public sealed class SeedSequenceTests
{
    private static readonly JsonElement Numbers = Fixture.Load("numpy-random.json");

    public static IEnumerable<TestCaseData> Sequences() => Numbers.GetProperty("seedSequences").EnumerateArray()
        .Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.GetProperty("entropy")} at {row.GetProperty("spawnKey")}"));

    [TestCaseSource(nameof(Sequences))]
    public void Pool_AnyPlaceInTheTree_EqualsNumPys(JsonElement row) =>
        Assert.That(Sequence(row).Pool.ToArray(), Is.EqualTo(Fixture.ArrayOf<uint>(row.GetProperty("pool"))));

    [TestCaseSource(nameof(Sequences))]
    public void GenerateState_Words_EqualNumPys(JsonElement row)
    {
        uint[] words = new uint[9];
        Sequence(row).GenerateState(words);
        Assert.That(words, Is.EqualTo(Fixture.ArrayOf<uint>(row.GetProperty("state32"))));
    }

    [TestCaseSource(nameof(Sequences))]
    public void GenerateState_DoubleWords_EqualNumPys(JsonElement row)
    {
        ulong[] words = new ulong[4];
        Sequence(row).GenerateState(words);
        Assert.That(words.Select(word => word.ToString(CultureInfo.InvariantCulture)), Is.EqualTo(Fixture.ArrayOf<string>(row.GetProperty("state64"))));
    }

    [Test]
    public void GenerateState_MoreThanAStackHolds_EqualsNumPys()
    {
        var row = Numbers.GetProperty("seedSequences")[0];
        ulong[] words = new ulong[300_001];
        Sequence(row).GenerateState(words);
        Assert.That(words.Aggregate((a, b) => a ^ b).ToString(CultureInfo.InvariantCulture), Is.EqualTo(row.GetProperty("longStateXor").GetString()));
    }

    [Test]
    public void Spawn_CalledAgain_GoesOnCounting()
    {
        var root = new SeedSequence(42);
        root.Spawn(3);
        Assert.That(root.Spawn(2)[1].SpawnKey.ToArray(), Is.EqualTo(new uint[] { 4 }));
    }

    [Test]
    public void Spawn_Grandchildren_CarryTheWholePath() =>
        Assert.That(new SeedSequence(42).Spawn(2)[1].Spawn(1)[0].SpawnKey.ToArray(), Is.EqualTo(new uint[] { 1, 0 }));

    [Test]
    public void Spawn_SeveralRoots_ChildrenDrawAsNumPys()
    {
        foreach (var row in Numbers.GetProperty("spawnedDraws").EnumerateArray())
        {
            var root = new SeedSequence(ulong.Parse(row.GetProperty("seed").GetString()!, CultureInfo.InvariantCulture));
            var first = root.Spawn(4).Select(child => new RandomGenerator(child).NextUInt64().ToString(CultureInfo.InvariantCulture));
            Assert.That(first, Is.EqualTo(Fixture.ArrayOf<string>(row.GetProperty("first"))));
        }
    }

    [Test]
    public void Child_AfterSpawns_IsFoundByItsKeyAlone()
    {
        var root = new SeedSequence(5);
        var spawned = root.Spawn(3)[2];
        Assert.That(root.Child(2).Pool.ToArray(), Is.EqualTo(spawned.Pool.ToArray()));
    }

    private static SeedSequence Sequence(JsonElement row) =>
        new(ulong.Parse(row.GetProperty("entropy").GetString()!, CultureInfo.InvariantCulture), Fixture.ArrayOf<uint>(row.GetProperty("spawnKey")));
}
