namespace EnvHub.Numerics.Tests;

public sealed class RandomStreamsTests
{
    [Test]
    public void Generator_SamePath_GivesTheSameDraws()
    {
        var (first, second) = (new RandomStreams(1).Generator("exploration", 2), new RandomStreams(1).Generator("exploration", 2));
        Assert.That(first.NextUInt64(), Is.EqualTo(second.NextUInt64()));
    }

    [Test]
    public void Generator_OtherNameIndexScopeOrSeed_GivesOtherDraws()
    {
        var streams = new RandomStreams(1);
        ulong[] first =
        [
            streams.Generator("replay").NextUInt64(), streams.Generator("exploration").NextUInt64(), streams.Generator("replay", 1).NextUInt64(),
            streams.Scope("CartPole-v1").Generator("replay").NextUInt64(), new RandomStreams(2).Generator("replay").NextUInt64(),
        ];
        Assert.That(first, Is.Unique);
    }

    [Test]
    public void FillSeeds_MoreCopies_ChangeNoEarlierSeed()
    {
        ulong[] few = new ulong[3], many = new ulong[8];
        new RandomStreams(9).FillSeeds("copies", few);
        new RandomStreams(9).FillSeeds("copies", many);
        Assert.That(many.Take(3), Is.EqualTo(few));
    }

    [Test]
    public void FillSeeds_Always_StaysBelowTwoToThe31()
    {
        ulong[] seeds = new ulong[200];
        new RandomStreams(9).FillSeeds("copies", seeds);
        Assert.That(seeds, Is.All.LessThan(1UL << 31));
    }

    /// <summary>FNV-1a of "a" is 0xe40c292c by its authors' own test vector.</summary>
    [Test]
    public void Seed_Name_IsASpawnKeyByFnv1a() =>
        Assert.That(new RandomStreams(3).Seed("a", 7).SpawnKey.ToArray(), Is.EqualTo(new uint[] { 0xe40c292c, 7 }));

    [Test]
    public void Scope_EmptyName_Throws() => Assert.That(() => new RandomStreams(3).Scope(""), Throws.ArgumentException);
}
