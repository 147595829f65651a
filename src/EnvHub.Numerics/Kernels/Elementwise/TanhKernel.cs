using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

/// <summary>tanh as a quotient of polynomials: Lambert's continued fraction x/(1 + x²/(3 + x²/(5 + …))) cut after its thirteenth term.</summary>
/// <remarks>All coefficients are positive, so nothing cancels. Beyond ±9 tanh is ±1 in single precision.</remarks>
internal readonly unsafe struct TanhKernel(float* values) : ILaneKernel
{
    private const float Limit = 9;

    private readonly float* _values = values;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        float* values = _values;
        TVector one = TLanes.Broadcast(1), minusOne = TLanes.Broadcast(-1), high = TLanes.Broadcast(Limit), low = TLanes.Broadcast(-Limit);
        for (int i = start; i < end; i += TLanes.Count)
        {
            var x = TLanes.AtMost(TLanes.AtLeast(TLanes.Load(values + i), low), high);
            var square = TLanes.Multiply(x, x);
            var quotient = TLanes.Divide(TLanes.Multiply(x, Numerator<TLanes, TVector>(square)), Denominator<TLanes, TVector>(square));
            TLanes.Store(TLanes.AtMost(TLanes.AtLeast(quotient, minusOne), one), values + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Numerator<TLanes, TVector>(TVector square) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        var sum = TLanes.Broadcast(1.26488556e-13f);
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(5.17970635e-10f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(3.22868363e-7f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(6.6252588e-5f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(0.0052173913f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(0.146666667f));
        return TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(1f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Denominator<TLanes, TVector>(TVector square) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        var sum = TLanes.Broadcast(1.15104586e-11f);
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(1.51938053e-8f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(5.23046747e-6f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(0.00066252588f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(0.031884058f));
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(0.48f));
        return TLanes.MultiplyAdd(sum, square, TLanes.Broadcast(1f));
    }
}
