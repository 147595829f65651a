using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

/// <summary>Three vectors of a row.</summary>
internal unsafe struct TileRow3<TLanes, TVector> : ITileRow<TileRow3<TLanes, TVector>>
    where TLanes : struct, ILanes<TVector> where TVector : struct
{
    private TVector _first, _second, _third;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TileRow3(TVector first, TVector second, TVector third) => (_first, _second, _third) = (first, second, third);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TileRow3<TLanes, TVector> Load(float* source) =>
        new(TLanes.Load(source), TLanes.Load(source + TLanes.Count), TLanes.Load(source + 2 * TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* target)
    {
        TLanes.Store(_first, target);
        TLanes.Store(_second, target + TLanes.Count);
        TLanes.Store(_third, target + 2 * TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TileRow3<TLanes, TVector> Rectified()
    {
        var zero = TLanes.Broadcast(0);
        return new(TLanes.AtLeast(_first, zero), TLanes.AtLeast(_second, zero), TLanes.AtLeast(_third, zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(float* factor, TileRow3<TLanes, TVector> row)
    {
        var scale = TLanes.Broadcast(*factor);
        _first = TLanes.MultiplyAdd(scale, row._first, _first);
        _second = TLanes.MultiplyAdd(scale, row._second, _second);
        _third = TLanes.MultiplyAdd(scale, row._third, _third);
    }
}
