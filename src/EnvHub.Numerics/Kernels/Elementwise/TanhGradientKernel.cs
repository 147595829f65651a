using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

internal readonly unsafe struct TanhGradientKernel(float* outputs, float* gradients) : ILaneKernel
{
    private readonly float* _outputs = outputs, _gradients = gradients;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        float* outputs = _outputs, gradients = _gradients;
        var one = TLanes.Broadcast(1);
        for (int i = start; i < end; i += TLanes.Count)
        {
            var output = TLanes.Load(outputs + i);
            var slope = TLanes.Subtract(one, TLanes.Multiply(output, output));
            TLanes.Store(TLanes.Multiply(TLanes.Load(gradients + i), slope), gradients + i);
        }
    }
}
