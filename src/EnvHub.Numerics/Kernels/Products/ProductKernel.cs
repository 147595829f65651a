using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

/// <summary>A matrix product, tile by tile: a tile's sums stay in registers while the depth runs.</summary>
/// <remarks>Each result is one chain of fused multiply-adds in the order of the depth, whatever the tile, the width of the vectors and
/// the number of rows: the same bits everywhere.</remarks>
internal readonly unsafe struct ProductKernel(ProductArguments arguments) : ILaneKernel
{
    /// <summary>With fewer rows copying costs more than it saves.</summary>
    private const int MinPackedRows = 32;

    /// <summary>As many rows of the right factor fit into any quarter of the cache.</summary>
    private const int MinPackedDepth = 32;

    /// <summary>128 rows of three widest vectors are 24 KB: they and the left factor's rows fit into a first-level cache of 32 KB.</summary>
    private const int MaxPanelDepth = 128, PanelLength = MaxPanelDepth * 3 * AlignedBuffer.Lanes;

    private const int CacheLine = AlignedBuffer.Lanes * sizeof(float);

    /// <summary>Rows that are a multiple of four cache lines apart share a quarter of the cache's sets, or fewer.</summary>
    private const int CrowdingStride = 4 * AlignedBuffer.Lanes;

    private readonly ProductArguments _a = arguments;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        int vectors;
        for (int column = start; column < end; column += vectors * TLanes.Count)
        {
            int left = (end - column) / TLanes.Count;
            if (_a.Rows < 4 && left >= 6)
            {
                for (int row = 0; row < _a.Rows; row++) Tile1<TileRow3<TLanes, TVector>>(_a, row, column, 3 * TLanes.Count);
                vectors = 6;
                continue;
            }
            // Four vectors are better cut into two and two than into three and one.
            vectors = left == 4 ? 2 : Math.Min(left, 3);
            if (vectors == 3) RunPanel<TLanes, TVector, TileRow3<TLanes, TVector>>(column, 3);
            else if (vectors == 2) RunPanel<TLanes, TVector, TileRow2<TLanes, TVector>>(column, 2);
            else RunPanel<TLanes, TVector, TileRow1<TLanes, TVector>>(column, 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunPanel<TLanes, TVector, TRow>(int column, int vectors)
        where TLanes : struct, ILanes<TVector> where TVector : struct where TRow : struct, ITileRow<TRow>
    {
        bool isCrowded = _a.RightStride % CrowdingStride == 0 && _a.Depth >= MinPackedDepth;
        if (_a.Rows >= MinPackedRows && (isCrowded || _a.Depth > MaxPanelDepth)) RunPacked<TLanes, TVector, TRow>(column, vectors * TLanes.Count);
        else RunRows<TLanes, TVector, TRow>(_a, column);
    }

    // Where many rows use the same columns of the right factor, and those columns would crowd into few sets of the cache or not fit into
    // it, a piece of them is copied together. The sums go on from piece to piece, so that the bits stay those of one chain.
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private void RunPacked<TLanes, TVector, TRow>(int column, int width)
        where TLanes : struct, ILanes<TVector> where TVector : struct where TRow : struct, ITileRow<TRow>
    {
        float* space = stackalloc float[PanelLength + AlignedBuffer.Lanes];
        float* panel = (float*)(((nint)space + CacheLine - 1) & -CacheLine);
        var piece = _a;
        piece.RightStride = width;
        piece.Right = panel - column;
        for (int done = 0; done < _a.Depth; done += piece.Depth)
        {
            piece.Depth = Math.Min(MaxPanelDepth, _a.Depth - done);
            piece.Rectify = _a.Rectify && done + piece.Depth == _a.Depth;
            piece.Left = _a.Left + done * _a.LeftStep;
            float* source = _a.Right + done * _a.RightStride + column;
            for (int depth = 0; depth < piece.Depth; depth++) TRow.Load(source + depth * _a.RightStride).Store(panel + depth * width);
            RunRows<TLanes, TVector, TRow>(piece, column);
            piece.Start = _a.Result;
            piece.StartStride = _a.ResultStride;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunRows<TLanes, TVector, TRow>(in ProductArguments a, int column)
        where TLanes : struct, ILanes<TVector> where TVector : struct where TRow : struct, ITileRow<TRow>
    {
        int row = 0;
        if (TLanes.TileRows == 8)
            for (; row + 8 <= a.Rows; row += 8) Tile8<TRow>(a, row, column);
        for (; row + 4 <= a.Rows; row += 4) Tile4<TRow>(a, row, column);
        for (; row < a.Rows; row++) Tile1<TRow>(a, row, column);
    }

    // Sixty lines would be shorter as a loop over an array of sums, but only locals stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8<TRow>(in ProductArguments a, int row, int column) where TRow : struct, ITileRow<TRow>
    {
        float* start = a.Start + row * a.StartStride + column;
        nint stride = a.StartStride;
        TRow sum0 = TRow.Load(start), sum1 = TRow.Load(start + stride);
        TRow sum2 = TRow.Load(start + 2 * stride), sum3 = TRow.Load(start + 3 * stride);
        start += 4 * stride;
        TRow sum4 = TRow.Load(start), sum5 = TRow.Load(start + stride);
        TRow sum6 = TRow.Load(start + 2 * stride), sum7 = TRow.Load(start + 3 * stride);

        nint one = a.LeftRow, two = 2 * one, three = 3 * one, step = a.LeftStep, rightStride = a.RightStride;
        float* left = a.Left + row * one, right = a.Right + column;
        float* lower = left + 4 * one;
        for (int depth = a.Depth; depth > 0; depth--)
        {
            TRow factors = TRow.Load(right);
            sum0.Add(left, factors);
            sum1.Add(left + one, factors);
            sum2.Add(left + two, factors);
            sum3.Add(left + three, factors);
            sum4.Add(lower, factors);
            sum5.Add(lower + one, factors);
            sum6.Add(lower + two, factors);
            sum7.Add(lower + three, factors);
            left += step;
            lower += step;
            right += rightStride;
        }
        float* result = a.Result + row * a.ResultStride + column;
        stride = a.ResultStride;
        Store(a.Rectify, sum0, result);
        Store(a.Rectify, sum1, result + stride);
        Store(a.Rectify, sum2, result + 2 * stride);
        Store(a.Rectify, sum3, result + 3 * stride);
        result += 4 * stride;
        Store(a.Rectify, sum4, result);
        Store(a.Rectify, sum5, result + stride);
        Store(a.Rectify, sum6, result + 2 * stride);
        Store(a.Rectify, sum7, result + 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4<TRow>(in ProductArguments a, int row, int column) where TRow : struct, ITileRow<TRow>
    {
        float* start = a.Start + row * a.StartStride + column;
        nint stride = a.StartStride;
        TRow sum0 = TRow.Load(start), sum1 = TRow.Load(start + stride);
        TRow sum2 = TRow.Load(start + 2 * stride), sum3 = TRow.Load(start + 3 * stride);
        nint one = a.LeftRow, two = 2 * one, three = 3 * one, step = a.LeftStep, rightStride = a.RightStride;
        float* left = a.Left + row * one, right = a.Right + column;
        for (int depth = a.Depth; depth > 0; depth--)
        {
            TRow factors = TRow.Load(right);
            sum0.Add(left, factors);
            sum1.Add(left + one, factors);
            sum2.Add(left + two, factors);
            sum3.Add(left + three, factors);
            left += step;
            right += rightStride;
        }
        float* result = a.Result + row * a.ResultStride + column;
        stride = a.ResultStride;
        Store(a.Rectify, sum0, result);
        Store(a.Rectify, sum1, result + stride);
        Store(a.Rectify, sum2, result + 2 * stride);
        Store(a.Rectify, sum3, result + 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1<TRow>(in ProductArguments a, int row, int column) where TRow : struct, ITileRow<TRow>
    {
        TRow sum = TRow.Load(a.Start + row * a.StartStride + column);
        float* left = a.Left + row * a.LeftRow, right = a.Right + column;
        nint step = a.LeftStep, rightStride = a.RightStride;
        for (int depth = a.Depth; depth > 0; depth--)
        {
            sum.Add(left, TRow.Load(right));
            left += step;
            right += rightStride;
        }
        Store(a.Rectify, sum, a.Result + row * a.ResultStride + column);
    }

    // One row has too few chains of sums to hide the latency of a multiply-add: two tiles side by side have twice as many.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1<TRow>(in ProductArguments a, int row, int column, int width) where TRow : struct, ITileRow<TRow>
    {
        float* start = a.Start + row * a.StartStride + column;
        TRow sum = TRow.Load(start), next = TRow.Load(start + width);
        float* left = a.Left + row * a.LeftRow, right = a.Right + column;
        nint step = a.LeftStep, rightStride = a.RightStride;
        for (int depth = a.Depth; depth > 0; depth--)
        {
            sum.Add(left, TRow.Load(right));
            next.Add(left, TRow.Load(right + width));
            left += step;
            right += rightStride;
        }
        float* result = a.Result + row * a.ResultStride + column;
        Store(a.Rectify, sum, result);
        Store(a.Rectify, next, result + width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TRow>(bool rectify, TRow sum, float* result) where TRow : struct, ITileRow<TRow>
    {
        if (rectify) sum.Rectified().Store(result);
        else sum.Store(result);
    }
}
