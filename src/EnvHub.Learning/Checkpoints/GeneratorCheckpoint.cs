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
        Span<ulong> place = stackalloc ulong[Pcg64State.Words];
        random.State.CopyTo(place);
        writer.Write<ulong>(name, place);
    }

    /// <summary>Moves <paramref name="random"/> to the place that <see cref="Save"/> wrote.</summary>
    public static void Load(RandomGenerator random, ICheckpointReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(reader);
        Span<ulong> place = stackalloc ulong[Pcg64State.Words];
        reader.Read(name, place);
        random.State = Pcg64State.From(place);
    }
}
