namespace EnvHub.Numerics;

/// <summary>The whole state of a <see cref="Pcg64"/>: what NumPy's <c>bit_generator.state</c> holds.</summary>
/// <param name="State">The congruential state.</param>
/// <param name="Increment">The stream; odd.</param>
/// <param name="HasCachedHalf">Whether half of a 64-bit draw waits for the next 32-bit request (NumPy's <c>has_uint32</c>).</param>
/// <param name="CachedHalf">That half (NumPy's <c>uinteger</c>).</param>
public readonly record struct Pcg64State(UInt128 State, UInt128 Increment, bool HasCachedHalf, uint CachedHalf)
{
    /// <summary>How many 64-bit numbers <see cref="CopyTo"/> writes.</summary>
    public const int Words = 6;

    /// <summary>Writes the state as numbers: state and increment, high half first, then flag and half.</summary>
    /// <param name="words">At least <see cref="Words"/> long.</param>
    public void CopyTo(Span<ulong> words)
    {
        (words[0], words[1]) = ((ulong)(State >> 64), (ulong)State);
        (words[2], words[3]) = ((ulong)(Increment >> 64), (ulong)Increment);
        (words[4], words[5]) = (HasCachedHalf ? 1UL : 0UL, CachedHalf);
    }

    /// <summary>The state that <see cref="CopyTo"/> wrote.</summary>
    public static Pcg64State From(ReadOnlySpan<ulong> words) =>
        new(new UInt128(words[0], words[1]), new UInt128(words[2], words[3]), words[4] == 1, (uint)words[5]);
}
