using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

internal readonly unsafe struct AdamKernel(float* parameters, float* gradients, float* first, float* second, AdamStep step) : ILaneKernel
{
    private readonly float* _parameters = parameters, _gradients = gradients, _first = first, _second = second;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        float* p = _parameters, g = _gradients, m = _first, v = _second;
        TVector scale = TLanes.Broadcast(step.GradientScale), weightDecay = TLanes.Broadcast((float)step.WeightDecay);
        TVector beta1 = TLanes.Broadcast((float)step.Beta1), rest1 = TLanes.Broadcast((float)(1 - step.Beta1));
        TVector beta2 = TLanes.Broadcast((float)step.Beta2), rest2 = TLanes.Broadcast((float)(1 - step.Beta2));
        TVector correction = TLanes.Broadcast((float)(1 / step.RootCorrection)), epsilon = TLanes.Broadcast((float)step.Epsilon);
        TVector size = TLanes.Broadcast((float)-step.StepSize), decay = TLanes.Broadcast((float)step.Decay);
        for (int i = start; i < end; i += TLanes.Count)
        {
            var value = TLanes.Load(p + i);
            var gradient = TLanes.MultiplyAdd(weightDecay, value, TLanes.Multiply(scale, TLanes.Load(g + i)));
            var mean = TLanes.MultiplyAdd(rest1, gradient, TLanes.Multiply(beta1, TLanes.Load(m + i)));
            var square = TLanes.MultiplyAdd(TLanes.Multiply(rest2, gradient), gradient, TLanes.Multiply(beta2, TLanes.Load(v + i)));
            mean = Subnormals.AvoidInMean<TLanes, TVector>(mean);
            square = Subnormals.AvoidInSquare<TLanes, TVector>(square);
            TLanes.Store(mean, m + i);
            TLanes.Store(square, v + i);
            var root = TLanes.MultiplyAdd(TLanes.SquareRoot(square), correction, epsilon);
            TLanes.Store(TLanes.MultiplyAdd(size, TLanes.Divide(mean, root), TLanes.Multiply(decay, value)), p + i);
        }
    }
}
