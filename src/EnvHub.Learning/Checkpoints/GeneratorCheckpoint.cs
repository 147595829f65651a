using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>A generator's place in its stream, as six 64-bit numbers.</summary>
public static class GeneratorCheckpoint
{
    /// <summary>Writes the place of <paramref name="random"/> under <paramref name="name"/>.</summary>
    public static void Save(RandomGenerator random, ICheckpointWriter writer, string name)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(writer);
        var place = random.State;
        writer.Write<ulong>(name,
        [
            (ulong)(place.State >> 64), (ulong)place.State, (ulong)(place.Increment >> 64), (ulong)place.Increment,
            place.HasCachedHalf ? 1UL : 0UL, place.CachedHalf,
        ]);
    }

    /// <summary>Moves <paramref name="random"/> to the place that <see cref="Save"/> wrote.</summary>
    public static void Load(RandomGenerator random, ICheckpointReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(reader);
        Span<ulong> place = stackalloc ulong[6];
        reader.Read(name, place);
        random.State = new(new UInt128(place[0], place[1]), new UInt128(place[2], place[3]), place[4] == 1, (uint)place[5]);
    }
}
