using System.Text.Json.Nodes;

namespace EnvHub.Contracts.Tests;

/// <summary>Boxes of uint64 against the real Gymnasium: samples of the same seed, and their flattened forms. Bounds stay below 2^62: at 2^63
/// Gymnasium's own wrap around.</summary>
public sealed class UInt64BoxTests
{
    private const ulong Seed = 123;   // space_parity.py's

    private static readonly BoxSpace<ulong>[] Spaces =
    [
        new([0], [1], [1]),
        new([0, 0, 5], [9, 255, 5], [3]),
        new([1UL << 31, 1UL << 32, 3, 0], [(1UL << 33) + 1, 1UL << 40, (1UL << 53) + 1, 1000], [2, 2]),
        // Beyond 2^53 a double no longer holds every integer: the bounds are rounded, and so are the draws.
        new([(1UL << 53) + 1, (1UL << 60) + 3], [(1UL << 53) + 9, (1UL << 60) + 5000], [2]),
        new([0, 7], [1UL << 62, 1UL << 61], [2]),
    ];

    [Test]
    public void Sample_BoundsBelowTwoToThe62_EqualsGymnasiums() => Compare((space, row) =>
    {
        var sampler = space.CreateSampler(Seed);
        foreach (var theirs in row["samples"]!.AsArray())
        {
            var ours = PlainValue.Of(space, sampler.Sample());
            Assert.That(PlainValue.Same(ours, theirs), Is.True, () => $"{space}\nours   {ours?.ToJsonString()}\ntheirs {theirs?.ToJsonString()}");
        }
    });

    [Test]
    public void Flatten_Samples_EqualsGymnasiumsAsFloats() => Compare((space, row) =>
    {
        var sampler = space.CreateSampler(Seed);
        foreach (var theirs in row["flat"]!.AsArray())
        {
            float[] flat = new float[space.FlatSize];
            space.FlattenObject(sampler.Sample(), flat);
            Assert.That(flat, Is.EqualTo(theirs!.AsArray().Select(number => (float)number!.GetValue<ulong>())), space.ToString());
        }
    });

    private static void Compare(Action<BoxSpace<ulong>, JsonNode> compare)
    {
        var rows = RealSpaces.Ask(Spaces.Select(space => new JsonObject { ["space"] = SpaceJson.Write(space) }));
        Assert.Multiple(() =>
        {
            foreach (var (space, row) in Spaces.Zip(rows)) compare(space, row);
        });
    }
}
