using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EnvHub.Numerics;

/// <summary>Layer normalisation of each row: y = gain · (x − mean)/√(variance + ε) + shift.</summary>
/// <remarks>Source: Ba, Kiros and Hinton (2016), as PyTorch computes it: the variance is that of the row (divided by N). Rows must be
/// padded: strides that are multiples of 16, with zeros in the gaps of x, gain and shift; then y's gaps are zero too.</remarks>
public static unsafe class LayerNormalization
{
    /// <summary>PyTorch's default ε.</summary>
    public const float DefaultEpsilon = 1e-5f;

    private const int Lanes = AlignedBuffer.Lanes;

    /// <summary>The passes over a row wait for each other's sums; over a few rows, one row's sum hides another's wait.</summary>
    private const int BlockRows = 8;

    /// <summary>Normalises each row.</summary>
    /// <param name="x">Shape <c>[B, N]</c>; becomes the normalised rows before gain and shift, which the backward pass needs.</param>
    /// <param name="y">Shape <c>[B, N]</c>, of the same stride.</param>
    /// <param name="rectify">Whether y becomes max(0, y).</param>
    /// <param name="inverseDeviations">Receives 1/√(variance + ε) of each row, shape <c>[B]</c>.</param>
    /// <exception cref="ArgumentException">The shapes do not go together, or rows are not padded.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        Matrix x, ReadOnlySpan<float> gain, ReadOnlySpan<float> shift, Matrix y, Span<float> inverseDeviations, bool rectify = false)
    {
        Check(x, y, gain.Length, inverseDeviations.Length);
        MatrixErrors.RequireLength("the shift", shift.Length, x.Stride);
        fixed (float* values = x.Values, outputs = y.Values, gains = gain, shifts = shift, inverse = inverseDeviations)
            for (int row = 0; row < x.Rows; row += BlockRows)
            {
                nint start = (nint)row * x.Stride;
                int rows = Math.Min(BlockRows, x.Rows - row);
                Center(values + start, rows, x.Stride, x.Columns);
                Deviations(values + start, rows, x.Stride, x.Columns, inverse + row);
                for (int i = 0; i < rows; i++, start += x.Stride)
                {
                    Scale(values + start, x.Columns, inverse[row + i], gains, shifts, outputs + start);
                    if (rectify) Rectify(outputs + start, x.Columns);
                }
            }
    }

    /// <summary>Turns the gradients of the outputs into those of the inputs, and adds those of gain and shift.</summary>
    /// <param name="gradients">∂/∂y, shape <c>[B, N]</c>; becomes ∂/∂x.</param>
    /// <param name="normal">The normalised rows that the forward pass left in x.</param>
    /// <param name="inverseDeviations">Of the forward pass, shape <c>[B]</c>.</param>
    /// <param name="gainGradient">Shape <c>[N]</c>, added to; the shift's gradient is the sum of the columns (<see cref="ColumnSums"/>).</param>
    /// <exception cref="ArgumentException">The shapes do not go together, or rows are not padded.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(
        Matrix gradients, ReadOnlyMatrix normal, ReadOnlySpan<float> gain, ReadOnlySpan<float> inverseDeviations, Span<float> gainGradient)
    {
        Check(gradients, normal, gain.Length, inverseDeviations.Length);
        MatrixErrors.RequireLength("the gain's gradient", gainGradient.Length, gradients.Stride);
        int stride = gradients.Stride, columns = gradients.Columns;
        var last = LastMask(columns);
        fixed (float* dy = gradients.Values, x = normal.Values, gains = gain, dGain = gainGradient)
            for (int row = 0; row < gradients.Rows; row++)
            {
                float* slope = dy + (nint)row * stride, line = x + (nint)row * stride;
                Vector512<float> sum = default, weighted = default;
                for (int i = 0; i < columns; i += Lanes)
                {
                    Vector512<float> g = Vector512.Load(slope + i), z = Vector512.Load(line + i);
                    Vector512.FusedMultiplyAdd(g, z, Vector512.Load(dGain + i)).Store(dGain + i);
                    g *= Vector512.Load(gains + i);
                    g.Store(slope + i);
                    sum += g;
                    weighted = Vector512.FusedMultiplyAdd(g, z, weighted);
                }
                Spread(slope, line, columns, (LaneSums.Fold(sum) / columns, LaneSums.Fold(weighted) / columns, inverseDeviations[row]), last);
            }
    }

    // dx = (g − mean(g) − x̂ · mean(g · x̂)) / deviation, where g is the gradient of x̂.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread(float* slope, float* line, int columns, (float Mean, float Weighted, float Inverse) row, Vector512<float> last)
    {
        var minusWeighted = Vector512.Create(-row.Weighted);
        for (int i = 0; i < columns; i += Lanes)
        {
            var centred = Vector512.Load(slope + i) - Vector512.Create(row.Mean);
            var value = Vector512.FusedMultiplyAdd(Vector512.Load(line + i), minusWeighted, centred) * row.Inverse;
            if (i + Lanes >= columns) value &= last;
            value.Store(slope + i);
        }
    }

    // Subtracts each row's mean; the gaps stay zero.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Center(float* line, int rows, nint stride, int columns)
    {
        var last = LastMask(columns);
        for (; rows > 0; rows--, line += stride)
        {
            Vector512<float> sum = default;
            for (int i = 0; i < columns; i += Lanes) sum += Vector512.Load(line + i);
            var mean = Vector512.Create(LaneSums.Fold(sum) / columns);
            for (int i = 0; i < columns; i += Lanes)
            {
                var value = Vector512.Load(line + i) - mean;
                if (i + Lanes >= columns) value &= last;
                value.Store(line + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Deviations(float* line, int rows, nint stride, int columns, float* inverse)
    {
        for (; rows > 0; rows--, line += stride, inverse++)
        {
            Vector512<float> sum = default;
            for (int i = 0; i < columns; i += Lanes) sum = Vector512.FusedMultiplyAdd(Vector512.Load(line + i), Vector512.Load(line + i), sum);
            *inverse = 1 / MathF.Sqrt(LaneSums.Fold(sum) / columns + DefaultEpsilon);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scale(float* line, int columns, float inverse, float* gains, float* shifts, float* output)
    {
        for (int i = 0; i < columns; i += Lanes)
        {
            var normal = Vector512.Load(line + i) * inverse;
            normal.Store(line + i);
            Vector512.FusedMultiplyAdd(normal, Vector512.Load(gains + i), Vector512.Load(shifts + i)).Store(output + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rectify(float* line, int columns)
    {
        for (int i = 0; i < columns; i += Lanes) Lanes512.Store(Lanes512.AtLeast(Vector512.Load(line + i), default), line + i);
    }

    private static Vector512<float> LastMask(int columns)
    {
        int inLast = columns - (columns - 1) / Lanes * Lanes;
        return Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(inLast)).AsSingle();
    }

    private static void Check(ReadOnlyMatrix first, ReadOnlyMatrix second, int gainLength, int rows)
    {
        MatrixErrors.RequireEqual("rows", first.Rows, second.Rows);
        MatrixErrors.RequireEqual("columns", first.Columns, second.Columns);
        MatrixErrors.RequireEqual("strides", first.Stride, second.Stride);
        if (first.Stride % Lanes != 0) throw MatrixErrors.NotPadded(first.Stride);
        MatrixErrors.RequireLength("the gain", gainLength, first.Stride);
        MatrixErrors.RequireLength("the rows' deviations", rows, first.Rows);
        MatrixErrors.RequireLength("a matrix", Math.Min(first.Values.Length, second.Values.Length), first.Rows * first.Stride);
    }
}
