namespace EnvHub.Numerics;

/// <summary>NumPy's <c>Generator(PCG64(SeedSequence(seed)))</c>: the same seed and the same calls give the same bits.</summary>
/// <remarks>Not safe for use by several threads: each copy, task and purpose has a generator of its own.</remarks>
public sealed partial class RandomGenerator
{
    private Pcg64 _bits;

    /// <summary>The generator that <c>numpy.random.default_rng(seed)</c> gives.</summary>
    public RandomGenerator(ulong seed) : this(new SeedSequence(seed)) { }

    /// <summary>A generator at the start of <paramref name="seed"/>'s stream.</summary>
    public RandomGenerator(SeedSequence seed) => _bits = new Pcg64(seed);

    /// <summary>A generator at a recorded place.</summary>
    public RandomGenerator(Pcg64State state) => _bits = new Pcg64(state);

    /// <summary>The place in the stream; setting it continues from there.</summary>
    public Pcg64State State
    {
        get => _bits.State;
        set => _bits = new Pcg64(value);
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextUInt64() => _bits.NextUInt64();

    /// <summary>32 uniform bits; see <see cref="Pcg64.NextUInt32"/> for the kept half.</summary>
    public uint NextUInt32() => _bits.NextUInt32();

    /// <summary>A double in [0, 1): NumPy's <c>random()</c>.</summary>
    public double NextDouble() => _bits.NextDouble();

    /// <summary>A double in [<paramref name="low"/>, <paramref name="high"/>): NumPy's <c>uniform(low, high)</c>.</summary>
    public double Uniform(double low, double high) => low + (high - low) * NextDouble();
}
