namespace EnvHub.Numerics;

/// <summary>The whole state of a <see cref="Pcg64"/>: what NumPy's <c>bit_generator.state</c> holds.</summary>
/// <param name="State">The congruential state.</param>
/// <param name="Increment">The stream; odd.</param>
/// <param name="HasCachedHalf">Whether half of a 64-bit draw waits for the next 32-bit request (NumPy's <c>has_uint32</c>).</param>
/// <param name="CachedHalf">That half (NumPy's <c>uinteger</c>).</param>
public readonly record struct Pcg64State(UInt128 State, UInt128 Increment, bool HasCachedHalf, uint CachedHalf);
