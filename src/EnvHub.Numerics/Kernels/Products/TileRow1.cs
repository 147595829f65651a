using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

/// <summary>One vector of a row.</summary>
internal readonly unsafe struct TileRow1<TLanes, TVector> : ITileRow<TileRow1<TLanes, TVector>>
    where TLanes : struct, ILanes<TVector> where TVector : struct
{
    private readonly TVector _first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TileRow1(TVector first) => _first = first;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TileRow1<TLanes, TVector> Load(float* source) =>
        new(TLanes.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* target)
    {
        TLanes.Store(_first, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TileRow1<TLanes, TVector> Rectified()
    {
        var zero = TLanes.Broadcast(0);
        return new(TLanes.AtLeast(_first, zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TileRow1<TLanes, TVector> MultiplyAdd(float* factor, TileRow1<TLanes, TVector> row, TileRow1<TLanes, TVector> sum)
    {
        var scale = TLanes.Broadcast(*factor);
        return new(
            TLanes.MultiplyAdd(scale, row._first, sum._first));
    }
}
