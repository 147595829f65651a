using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

/// <summary>Keeps an optimiser's running moments out of the subnormal numbers.</summary>
/// <remarks>Moments of units that no longer learn decay into subnormal numbers and would stay there, where each operation costs a hundred
/// cycles.</remarks>
internal static class Subnormals
{
    private const float LeastSquare = 1e-36f, Unnoticed = 1e-30f;

    /// <summary>A mean of squares, held above the subnormals: its root stays far below any epsilon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector AvoidInSquare<TLanes, TVector>(TVector square) where TLanes : struct, ILanes<TVector> where TVector : struct =>
        TLanes.AtLeast(square, TLanes.Broadcast(LeastSquare));

    /// <summary>A mean: adding and taking away what a normal one does not notice rounds the rest to zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector AvoidInMean<TLanes, TVector>(TVector mean) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        var unnoticed = TLanes.Broadcast(Unnoticed);
        return TLanes.Subtract(TLanes.Add(mean, unnoticed), unnoticed);
    }
}
