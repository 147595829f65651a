using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

/// <summary>One vector of a row.</summary>
internal unsafe struct TileRow1<TLanes, TVector> : ITileRow<TileRow1<TLanes, TVector>>
    where TLanes : struct, ILanes<TVector> where TVector : struct
{
    private TVector _first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TileRow1(TVector first) => _first = first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TileRow1<TLanes, TVector> Load(float* source) =>
        new(TLanes.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* target)
    {
        TLanes.Store(_first, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TileRow1<TLanes, TVector> Rectified()
    {
        var zero = TLanes.Broadcast(0);
        return new(TLanes.AtLeast(_first, zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(float* factor, TileRow1<TLanes, TVector> row)
    {
        var scale = TLanes.Broadcast(*factor);
        _first = TLanes.MultiplyAdd(scale, row._first, _first);
    }
}
