using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

/// <summary>A matrix product, tile by tile: a tile's sums stay in registers while the depth runs.</summary>
/// <remarks>Each result is one chain of fused multiply-adds in the order of the depth, whatever the tile, the width of the vectors and
/// the number of rows: the same bits everywhere.</remarks>
internal readonly unsafe struct ProductKernel(ProductArguments arguments) : ILaneKernel
{
    private readonly ProductArguments _a = arguments;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        int column = start;
        for (int left = (end - start) / TLanes.Count; left > 0;)
        {
            // Four vectors are better cut into two and two than into three and one.
            int vectors = left == 4 ? 2 : Math.Min(left, 3);
            if (vectors == 3) RunRows<TLanes, TVector, TileRow3<TLanes, TVector>>(column);
            else if (vectors == 2) RunRows<TLanes, TVector, TileRow2<TLanes, TVector>>(column);
            else RunRows<TLanes, TVector, TileRow1<TLanes, TVector>>(column);
            column += vectors * TLanes.Count;
            left -= vectors;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunRows<TLanes, TVector, TRow>(int column)
        where TLanes : struct, ILanes<TVector> where TVector : struct where TRow : struct, ITileRow<TRow>
    {
        int row = 0;
        if (TLanes.TileRows == 8)
            for (; row + 8 <= _a.Rows; row += 8) Tile8<TRow>(row, column);
        for (; row + 4 <= _a.Rows; row += 4) Tile4<TRow>(row, column);
        for (; row < _a.Rows; row++) Tile1<TRow>(row, column);
    }

    // Sixty lines would be shorter as a loop over an array of sums, but only locals stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tile8<TRow>(int row, int column) where TRow : struct, ITileRow<TRow>
    {
        float* start = _a.Start + row * _a.StartStride + column;
        nint stride = _a.StartStride;
        TRow sum0 = TRow.Load(start), sum1 = TRow.Load(start + stride);
        TRow sum2 = TRow.Load(start + 2 * stride), sum3 = TRow.Load(start + 3 * stride);
        start += 4 * stride;
        TRow sum4 = TRow.Load(start), sum5 = TRow.Load(start + stride);
        TRow sum6 = TRow.Load(start + 2 * stride), sum7 = TRow.Load(start + 3 * stride);

        nint one = _a.LeftRow, two = 2 * one, three = 3 * one, step = _a.LeftStep, rightStride = _a.RightStride;
        float* left = _a.Left + row * one, right = _a.Right + column;
        float* lower = left + 4 * one;
        for (int depth = _a.Depth; depth > 0; depth--)
        {
            TRow factors = TRow.Load(right);
            sum0 = TRow.MultiplyAdd(left, factors, sum0);
            sum1 = TRow.MultiplyAdd(left + one, factors, sum1);
            sum2 = TRow.MultiplyAdd(left + two, factors, sum2);
            sum3 = TRow.MultiplyAdd(left + three, factors, sum3);
            sum4 = TRow.MultiplyAdd(lower, factors, sum4);
            sum5 = TRow.MultiplyAdd(lower + one, factors, sum5);
            sum6 = TRow.MultiplyAdd(lower + two, factors, sum6);
            sum7 = TRow.MultiplyAdd(lower + three, factors, sum7);
            left += step;
            lower += step;
            right += rightStride;
        }
        float* result = _a.Result + row * _a.ResultStride + column;
        stride = _a.ResultStride;
        Store(sum0, result);
        Store(sum1, result + stride);
        Store(sum2, result + 2 * stride);
        Store(sum3, result + 3 * stride);
        result += 4 * stride;
        Store(sum4, result);
        Store(sum5, result + stride);
        Store(sum6, result + 2 * stride);
        Store(sum7, result + 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tile4<TRow>(int row, int column) where TRow : struct, ITileRow<TRow>
    {
        float* start = _a.Start + row * _a.StartStride + column;
        nint stride = _a.StartStride;
        TRow sum0 = TRow.Load(start), sum1 = TRow.Load(start + stride);
        TRow sum2 = TRow.Load(start + 2 * stride), sum3 = TRow.Load(start + 3 * stride);
        nint one = _a.LeftRow, two = 2 * one, three = 3 * one, step = _a.LeftStep, rightStride = _a.RightStride;
        float* left = _a.Left + row * one, right = _a.Right + column;
        for (int depth = _a.Depth; depth > 0; depth--)
        {
            TRow factors = TRow.Load(right);
            sum0 = TRow.MultiplyAdd(left, factors, sum0);
            sum1 = TRow.MultiplyAdd(left + one, factors, sum1);
            sum2 = TRow.MultiplyAdd(left + two, factors, sum2);
            sum3 = TRow.MultiplyAdd(left + three, factors, sum3);
            left += step;
            right += rightStride;
        }
        float* result = _a.Result + row * _a.ResultStride + column;
        stride = _a.ResultStride;
        Store(sum0, result);
        Store(sum1, result + stride);
        Store(sum2, result + 2 * stride);
        Store(sum3, result + 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tile1<TRow>(int row, int column) where TRow : struct, ITileRow<TRow>
    {
        TRow sum = TRow.Load(_a.Start + row * _a.StartStride + column);
        float* left = _a.Left + row * _a.LeftRow, right = _a.Right + column;
        nint step = _a.LeftStep, rightStride = _a.RightStride;
        for (int depth = _a.Depth; depth > 0; depth--)
        {
            sum = TRow.MultiplyAdd(left, TRow.Load(right), sum);
            left += step;
            right += rightStride;
        }
        Store(sum, _a.Result + row * _a.ResultStride + column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store<TRow>(TRow sum, float* result) where TRow : struct, ITileRow<TRow>
    {
        if (_a.Rectify) sum.Rectified().Store(result);
        else sum.Store(result);
    }
}
