using System.Buffers.Binary;

namespace EnvHub.Numerics;

/// <summary>Turns seeds of any quality into well-mixed generator states, and spawns independent children. Bit for bit what
/// <c>numpy.random.SeedSequence</c> does with an integer seed and the default pool of four words.</summary>
/// <remarks>Source: M. E. O'Neill, "Developing a seed_seq alternative" (2015), as NumPy uses it. Immutable but for the count of
/// spawned children.</remarks>
public sealed class SeedSequence
{
    private const int PoolSize = 4;
    private const uint InitA = 0x43b0d7e5, MultiplierA = 0x931e8875, InitB = 0x8b51f9dd, MultiplierB = 0x58f38ded;
    private const uint MixLeft = 0xca01f9dd, MixRight = 0x4973f715;
    private const int Shift = 16;

    private readonly uint[] _spawnKey;
    private readonly uint[] _pool = new uint[PoolSize];
    private uint _childrenSpawned;

    /// <summary>A sequence of <paramref name="entropy"/>, at <paramref name="spawnKey"/> in the tree of its children.</summary>
    /// <param name="entropy">The root seed, any value.</param>
    /// <param name="spawnKey">The path from the root; empty for the root itself.</param>
    public SeedSequence(ulong entropy, params ReadOnlySpan<uint> spawnKey)
    {
        Entropy = entropy;
        _spawnKey = spawnKey.ToArray();
        MixEntropy(AssembleEntropy());
    }

    /// <summary>The root seed.</summary>
    public ulong Entropy { get; }

    /// <summary>The path from the root to this sequence; empty at the root.</summary>
    public ReadOnlySpan<uint> SpawnKey => _spawnKey;

    /// <summary>The four mixed words, for comparison with NumPy's <c>pool</c>.</summary>
    public ReadOnlySpan<uint> Pool => _pool;

    /// <summary>The next <paramref name="count"/> children, each independent of the others and of this one.</summary>
    public SeedSequence[] Spawn(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var children = new SeedSequence[count];
        for (int i = 0; i < count; i++) children[i] = Child(_childrenSpawned++);
        return children;
    }

    /// <summary>The child at <paramref name="key"/>, whatever was spawned before: for streams that are found by name.</summary>
    public SeedSequence Child(uint key) => new(Entropy, [.. _spawnKey, key]);

    /// <summary>Fills <paramref name="words"/> with state words for a generator: NumPy's <c>generate_state(n, uint32)</c>.</summary>
    public void GenerateState(Span<uint> words)
    {
        uint hash = InitB;
        for (int i = 0; i < words.Length; i++) words[i] = StateWord(i, ref hash);
    }

    /// <summary>Fills <paramref name="words"/> with state words for a generator: NumPy's <c>generate_state(n, uint64)</c>.</summary>
    public void GenerateState(Span<ulong> words)
    {
        uint hash = InitB;
        for (int i = 0; i < words.Length; i++)
        {
            ulong low = StateWord(2 * i, ref hash);
            words[i] = low | ((ulong)StateWord(2 * i + 1, ref hash) << 32);
        }
    }

    private uint StateWord(int index, ref uint hash)
    {
        uint value = _pool[index % PoolSize] ^ hash;
        hash *= MultiplierB;
        value *= hash;
        return value ^ (value >> Shift);
    }

    // NumPy pads the entropy to a whole pool when a spawn key follows, so that a child never equals a longer seed.
    private uint[] AssembleEntropy()
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Entropy);
        uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes), high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        uint[] words = high == 0 ? [low] : [low, high];
        if (_spawnKey.Length == 0) return words;
        Array.Resize(ref words, PoolSize);
        return [.. words, .. _spawnKey];
    }

    private void MixEntropy(uint[] words)
    {
        uint hash = InitA;
        for (int i = 0; i < PoolSize; i++) _pool[i] = HashMix(i < words.Length ? words[i] : 0, ref hash);
        for (int source = 0; source < PoolSize; source++)
            for (int target = 0; target < PoolSize; target++)
                if (source != target) _pool[target] = Mix(_pool[target], HashMix(_pool[source], ref hash));
        for (int extra = PoolSize; extra < words.Length; extra++)
            for (int target = 0; target < PoolSize; target++)
                _pool[target] = Mix(_pool[target], HashMix(words[extra], ref hash));
    }

    private static uint HashMix(uint value, ref uint hash)
    {
        value ^= hash;
        hash *= MultiplierA;
        value *= hash;
        return value ^ (value >> Shift);
    }

    private static uint Mix(uint x, uint y)
    {
        uint result = MixLeft * x - MixRight * y;
        return result ^ (result >> Shift);
    }
}
