using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

internal readonly unsafe struct DescentKernel(float* parameters, float* gradients, float* velocity, DescentStep step) : ILaneKernel
{
    private readonly float* _parameters = parameters, _gradients = gradients, _velocity = velocity;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        float* p = _parameters, g = _gradients, u = _velocity;
        TVector scale = TLanes.Broadcast(step.GradientScale), weightDecay = TLanes.Broadcast((float)step.WeightDecay);
        TVector rate = TLanes.Broadcast((float)-step.LearningRate), momentum = TLanes.Broadcast((float)step.Momentum);
        for (int i = start; i < end; i += TLanes.Count)
        {
            var value = TLanes.Load(p + i);
            var gradient = TLanes.MultiplyAdd(weightDecay, value, TLanes.Multiply(scale, TLanes.Load(g + i)));
            var speed = TLanes.MultiplyAdd(momentum, TLanes.Load(u + i), gradient);
            TLanes.Store(speed, u + i);
            TLanes.Store(TLanes.MultiplyAdd(rate, speed, value), p + i);
        }
    }
}
