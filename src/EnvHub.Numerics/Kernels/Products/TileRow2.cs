using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

/// <summary>Two vectors of a row.</summary>
internal unsafe struct TileRow2<TLanes, TVector> : ITileRow<TileRow2<TLanes, TVector>>
    where TLanes : struct, ILanes<TVector> where TVector : struct
{
    private TVector _first, _second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TileRow2(TVector first, TVector second) => (_first, _second) = (first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TileRow2<TLanes, TVector> Load(float* source) =>
        new(TLanes.Load(source), TLanes.Load(source + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* target)
    {
        TLanes.Store(_first, target);
        TLanes.Store(_second, target + TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TileRow2<TLanes, TVector> Rectified()
    {
        var zero = TLanes.Broadcast(0);
        return new(TLanes.AtLeast(_first, zero), TLanes.AtLeast(_second, zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(float* factor, TileRow2<TLanes, TVector> row)
    {
        var scale = TLanes.Broadcast(*factor);
        _first = TLanes.MultiplyAdd(scale, row._first, _first);
        _second = TLanes.MultiplyAdd(scale, row._second, _second);
    }
}
