using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

/// <summary>Floats that begin at a multiple of 64 bytes and never move: a cache line and a widest vector each.</summary>
public sealed class AlignedBuffer
{
    /// <summary>Floats in 64 bytes.</summary>
    public const int Lanes = 16;

    private readonly float[] _values;
    private readonly int _start;

    /// <summary>A buffer of zeros.</summary>
    /// <param name="length">Values, at least 0.</param>
    public unsafe AlignedBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _values = GC.AllocateArray<float>(length + Lanes - 1, pinned: true);
        nint misplaced = (nint)Unsafe.AsPointer(ref _values[0]) & (Lanes * sizeof(float) - 1);
        _start = (int)((Lanes - misplaced / sizeof(float)) % Lanes);
        Length = length;
    }

    /// <summary>How many values.</summary>
    public int Length { get; }

    /// <summary>The values.</summary>
    public Span<float> Span => new(_values, _start, Length);

    /// <summary>The smallest multiple of <see cref="Lanes"/> that holds <paramref name="columns"/> values: a row's stride.</summary>
    public static int Pad(int columns) => (columns + Lanes - 1) & -Lanes;
}
