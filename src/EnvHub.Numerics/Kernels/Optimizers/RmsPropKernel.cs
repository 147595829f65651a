using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

internal readonly unsafe struct RmsPropKernel(
    float* parameters, float* gradients, float* squares, float* means, float* velocity, RmsPropStep step) : ILaneKernel
{
    private readonly float* _parameters = parameters, _gradients = gradients, _squares = squares, _means = means, _velocity = velocity;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        float* p = _parameters, g = _gradients, s = _squares, m = _means, u = _velocity;
        TVector scale = TLanes.Broadcast(step.GradientScale), weightDecay = TLanes.Broadcast((float)step.WeightDecay);
        TVector alpha = TLanes.Broadcast((float)step.Alpha), rest = TLanes.Broadcast((float)(1 - step.Alpha));
        TVector rate = TLanes.Broadcast((float)-step.LearningRate), momentum = TLanes.Broadcast((float)step.Momentum);
        TVector epsilon = TLanes.Broadcast((float)step.Epsilon), zero = TLanes.Broadcast(0);
        for (int i = start; i < end; i += TLanes.Count)
        {
            var value = TLanes.Load(p + i);
            var gradient = TLanes.MultiplyAdd(weightDecay, value, TLanes.Multiply(scale, TLanes.Load(g + i)));
            var square = TLanes.MultiplyAdd(TLanes.Multiply(rest, gradient), gradient, TLanes.Multiply(alpha, TLanes.Load(s + i)));
            square = Subnormals.AvoidInSquare<TLanes, TVector>(square);
            TLanes.Store(square, s + i);
            if (m != null)
            {
                var mean = TLanes.MultiplyAdd(rest, gradient, TLanes.Multiply(alpha, TLanes.Load(m + i)));
                mean = Subnormals.AvoidInMean<TLanes, TVector>(mean);
                TLanes.Store(mean, m + i);
                square = TLanes.AtLeast(TLanes.Subtract(square, TLanes.Multiply(mean, mean)), zero);
            }
            var change = TLanes.Divide(gradient, TLanes.Add(TLanes.SquareRoot(square), epsilon));
            if (u != null)
            {
                change = TLanes.MultiplyAdd(momentum, TLanes.Load(u + i), change);
                change = Subnormals.AvoidInMean<TLanes, TVector>(change);
                TLanes.Store(change, u + i);
            }
            TLanes.Store(TLanes.MultiplyAdd(rate, change, value), p + i);
        }
    }
}
