using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace EnvHub.Numerics;

/// <summary>Copies a matrix with rows and columns exchanged.</summary>
public static unsafe class Transposition
{
    private const int Block = 4, WideBlock = 8, Square = 16;

    /// <summary>Writes <paramref name="source"/>ᵀ, and zeros into the gaps behind <paramref name="target"/>'s rows.</summary>
    /// <param name="source">Shape <c>[K, N]</c>.</param>
    /// <param name="target">Shape <c>[N, K]</c>.</param>
    /// <exception cref="ArgumentException">The shapes do not go together.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(ReadOnlyMatrix source, Matrix target)
    {
        MatrixErrors.RequireEqual("rows of the source and columns of the target", source.Rows, target.Columns);
        MatrixErrors.RequireEqual("columns of the source and rows of the target", source.Columns, target.Rows);
        int blockRows = target.Rows & -Block, blockColumns = target.Columns & -Block;
        fixed (float* from = source.Values, to = target.Values)
            for (int row = 0; row < blockRows; row += Square)
                for (int column = 0; column < blockColumns; column += Square)
                    TransposeSquare(
                        from + (nint)column * source.Stride + row, source.Stride, to + (nint)row * target.Stride + column, target.Stride,
                        Math.Min(Square, blockRows - row), Math.Min(Square, blockColumns - column));

        for (int row = 0; row < target.Rows; row++)
        {
            int start = row * target.Stride, end = Math.Min(start + target.Stride, target.Values.Length);
            for (int column = row < blockRows ? blockColumns : 0; column < target.Columns; column++)
                target.Values[start + column] = source.Values[column * source.Stride + row];
            target.Values[(start + target.Columns)..end].Clear();
        }
    }

    // Block by block within a square of whole cache lines on both sides: each line is fetched once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TransposeSquare(float* from, nint fromStride, float* to, nint toStride, int rows, int columns)
    {
        int wideRows = Avx.IsSupported ? rows & -WideBlock : 0, wideColumns = Avx.IsSupported ? columns & -WideBlock : 0;
        for (int column = 0; column < wideColumns; column += WideBlock)
            for (int row = 0; row < wideRows; row += WideBlock)
                TransposeWideBlock(from + column * fromStride + row, fromStride, to + row * toStride + column, toStride);
        for (int column = 0; column < columns; column += Block)
            for (int row = column < wideColumns ? wideRows : 0; row < rows; row += Block)
                TransposeBlock(from + column * fromStride + row, fromStride, to + row * toStride + column, toStride);
    }

    // Rows k and k + 4 share a register from the load on: what is left is a 4 x 4 exchange in each half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeWideBlock(float* from, nint fromStride, float* to, nint toStride)
    {
        for (int half = 0; half < WideBlock; half += Block)
        {
            Vector256<float> row0 = LoadPair(from, fromStride), row1 = LoadPair(from + fromStride, fromStride);
            Vector256<float> row2 = LoadPair(from + 2 * fromStride, fromStride), row3 = LoadPair(from + 3 * fromStride, fromStride);
            Vector256<float> even = Avx.UnpackLow(row0, row2), odd = Avx.UnpackLow(row1, row3);
            Avx.UnpackLow(even, odd).Store(to);
            Avx.UnpackHigh(even, odd).Store(to + toStride);
            even = Avx.UnpackHigh(row0, row2);
            odd = Avx.UnpackHigh(row1, row3);
            Avx.UnpackLow(even, odd).Store(to + 2 * toStride);
            Avx.UnpackHigh(even, odd).Store(to + 3 * toStride);
            from += Block;
            to += Block * toStride;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LoadPair(float* row, nint stride) =>
        Avx.InsertVector128(Vector128.Load(row).ToVector256Unsafe(), Vector128.Load(row + 4 * stride), 1);

    // Interleaving rows 0 with 2 and 1 with 3, and then the results, exchanges rows and columns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeBlock(float* from, nint fromStride, float* to, nint toStride)
    {
        Vector128<float> row0 = Vector128.Load(from), row1 = Vector128.Load(from + fromStride);
        Vector128<float> row2 = Vector128.Load(from + 2 * fromStride), row3 = Vector128.Load(from + 3 * fromStride);
        Vector128<float> even = InterleaveLow(row0, row2), odd = InterleaveLow(row1, row3);
        InterleaveLow(even, odd).Store(to);
        InterleaveHigh(even, odd).Store(to + toStride);
        even = InterleaveHigh(row0, row2);
        odd = InterleaveHigh(row1, row3);
        InterleaveLow(even, odd).Store(to + 2 * toStride);
        InterleaveHigh(even, odd).Store(to + 3 * toStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> InterleaveLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> InterleaveHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[2], b[2], a[3], b[3]);
}
