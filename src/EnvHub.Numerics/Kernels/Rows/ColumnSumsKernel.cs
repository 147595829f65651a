using System.Runtime.CompilerServices;

namespace EnvHub.Numerics;

internal readonly unsafe struct ColumnSumsKernel(float* values, int rows, nint stride, float* sums) : ILaneKernel
{
    private readonly float* _values = values, _sums = sums;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes, TVector>(int start, int end) where TLanes : struct, ILanes<TVector> where TVector : struct
    {
        int column = start, pair = 2 * TLanes.Count;
        // Two columns of vectors at once, because an addition's latency is four times its cost.
        for (; column + pair <= end; column += pair)
        {
            TVector first = TLanes.Load(_sums + column), second = TLanes.Load(_sums + column + TLanes.Count);
            float* line = _values + column;
            for (int row = rows; row > 0; row--, line += stride)
            {
                first = TLanes.Add(first, TLanes.Load(line));
                second = TLanes.Add(second, TLanes.Load(line + TLanes.Count));
            }
            TLanes.Store(first, _sums + column);
            TLanes.Store(second, _sums + column + TLanes.Count);
        }
        for (; column < end; column += TLanes.Count)
        {
            var sum = TLanes.Load(_sums + column);
            float* line = _values + column;
            for (int row = rows; row > 0; row--, line += stride) sum = TLanes.Add(sum, TLanes.Load(line));
            TLanes.Store(sum, _sums + column);
        }
    }
}
