using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EnvHub.Numerics;

/// <summary>Sums over vectors. Sixteen partial sums per accumulator on every machine, added in a fixed order: the same bits everywhere.</summary>
public static unsafe class VectorSums
{
    /// <summary>Σ values², accumulated in double precision.</summary>
    public static double SumOfSquares(ReadOnlySpan<float> values) => Dot(values, values);

    /// <summary>Σ left · right, accumulated in double precision, where the products of floats are exact.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        MatrixErrors.RequireEqual("the vectors' lengths", left.Length, right.Length);
        fixed (float* a = left, b = right)
        {
            Vector512<double> first = default, second = default;
            int i = 0;
            for (; i + 16 <= left.Length; i += 16)
            {
                var (aLow, aHigh) = Vector512.Widen(Vector512.Load(a + i));
                var (bLow, bHigh) = Vector512.Widen(Vector512.Load(b + i));
                first += aLow * bLow;
                second += aHigh * bHigh;
            }
            double sum = LaneSums.Fold(first + second);
            for (; i < left.Length; i++) sum += (double)a[i] * b[i];
            return sum;
        }
    }

    /// <summary>target += scale · values.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void AddScaled(ReadOnlySpan<float> values, float scale, Span<float> target) =>
        AddScaled(values, scale, target, LaneDispatch.Widest);

    internal static void AddScaled(ReadOnlySpan<float> values, float scale, Span<float> target, LaneWidth width)
    {
        MatrixErrors.RequireEqual("the vectors' lengths", values.Length, target.Length);
        fixed (float* source = values, sum = target) LaneDispatch.Run(new AddScaledKernel(source, scale, sum), target.Length, width);
    }
}
