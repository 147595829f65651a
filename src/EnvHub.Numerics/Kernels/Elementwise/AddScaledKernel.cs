using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

internal readonly unsafe struct AddScaledKernel(float* values, float scale, float* target) : ILaneKernel
{
    private readonly float* _values = values, _target = target;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        float* values = _values, target = _target;
        var factor = TLanes.Broadcast(scale);
        for (int i = start; i < end; i += TLanes.Count)
            TLanes.Store(TLanes.MultiplyAdd(factor, TLanes.Load(values + i), TLanes.Load(target + i)), target + i);
    }
}
