namespace EnvHub.Numerics;

/// <summary>The 128-bit permuted congruential generator (XSL-RR output), NumPy's default bit generator.</summary>
/// <remarks>Source: M. E. O'Neill, "PCG: A family of simple fast space-efficient statistically good algorithms for random number
/// generation" (2014). A mutable value: a copy is an independent generator at the same place.</remarks>
public struct Pcg64
{
    private static readonly UInt128 Multiplier = new(2549297995355413924, 4865540595714422341);

    private UInt128 _state;
    private readonly UInt128 _increment;
    private uint _cachedHalf;
    private bool _hasCachedHalf;

    /// <summary>A generator at the start that <paramref name="seed"/> gives it.</summary>
    public Pcg64(SeedSequence seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        Span<ulong> words = stackalloc ulong[4];
        seed.GenerateState(words);
        _increment = (new UInt128(words[2], words[3]) << 1) | UInt128.One;
        Advance();
        _state += new UInt128(words[0], words[1]);
        Advance();
    }

    /// <summary>A generator at the place that <paramref name="state"/> describes.</summary>
    public Pcg64(Pcg64State state)
    {
        (_state, _increment) = (state.State, state.Increment);
        (_hasCachedHalf, _cachedHalf) = (state.HasCachedHalf, state.CachedHalf);
    }

    /// <summary>The place in the stream: equal states give equal futures.</summary>
    public readonly Pcg64State State => new(_state, _increment, _hasCachedHalf, _cachedHalf);

    /// <summary>64 uniform bits.</summary>
    public ulong NextUInt64()
    {
        Advance();
        ulong high = (ulong)(_state >> 64), low = (ulong)_state;
        return ulong.RotateRight(high ^ low, (int)(high >> 58));
    }

    /// <summary>32 uniform bits: the low half of a 64-bit draw, then its high half, which is kept until the next 32-bit request.</summary>
    public uint NextUInt32()
    {
        if (_hasCachedHalf)
        {
            _hasCachedHalf = false;
            return _cachedHalf;
        }
        ulong both = NextUInt64();
        (_hasCachedHalf, _cachedHalf) = (true, (uint)(both >> 32));
        return (uint)both;
    }

    /// <summary>A double in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    private void Advance() => _state = _state * Multiplier + _increment;
}
