using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

internal readonly unsafe struct RectifyGradientKernel(float* outputs, float* gradients) : ILaneKernel
{
    private readonly float* _outputs = outputs, _gradients = gradients;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        float* outputs = _outputs, gradients = _gradients;
        for (int i = start; i < end; i += TLanes.Count)
            TLanes.Store(TLanes.WherePositive(TLanes.Load(outputs + i), TLanes.Load(gradients + i)), gradients + i);
    }
}
