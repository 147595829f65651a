using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

internal readonly unsafe struct RectifyKernel(float* values) : ILaneKernel
{
    private readonly float* _values = values;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        float* values = _values;
        var zero = TLanes.Broadcast(0);
        for (int i = start; i < end; i += TLanes.Count) TLanes.Store(TLanes.AtLeast(TLanes.Load(values + i), zero), values + i);
    }
}
