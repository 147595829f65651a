namespace EnvHub.Numerics;

/// <summary>The tree of named random streams under one root seed. A stream depends on its path alone: adding another copy, task or
/// purpose changes none of the others.</summary>
/// <remarks>A name becomes a <see cref="SeedSequence"/> spawn key by 32-bit FNV-1a over its UTF-16 code units.</remarks>
public sealed class RandomStreams
{
    private readonly SeedSequence _root;

    /// <summary>The tree under <paramref name="seed"/>.</summary>
    public RandomStreams(ulong seed) : this(new SeedSequence(seed)) { }

    private RandomStreams(SeedSequence root) => _root = root;

    /// <summary>The subtree called <paramref name="name"/>, e.g. that of one task.</summary>
    public RandomStreams Scope(string name) => new(_root.Child(Key(name)));

    /// <summary>The seed of the stream called <paramref name="name"/>, number <paramref name="index"/>.</summary>
    public SeedSequence Seed(string name, int index = 0) => _root.Child(Key(name)).Child((uint)index);

    /// <summary>A generator at the start of the stream called <paramref name="name"/>, number <paramref name="index"/>.</summary>
    public RandomGenerator Generator(string name, int index = 0) => new(Seed(name, index));

    /// <summary>Integer seeds for <paramref name="seeds"/>.Length environment copies, from the stream called <paramref name="name"/>.</summary>
    /// <remarks>Each is below 2^31, so that every environment library takes it.</remarks>
    public void FillSeeds(string name, Span<ulong> seeds)
    {
        Span<uint> word = stackalloc uint[1];
        for (int i = 0; i < seeds.Length; i++)
        {
            Seed(name, i).GenerateState(word);
            seeds[i] = word[0] >> 1;
        }
    }

    private static uint Key(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        uint hash = 2166136261;
        foreach (char unit in name) hash = (hash ^ unit) * 16777619;
        return hash;
    }
}
