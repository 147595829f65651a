using System.Numerics;

namespace EnvHub.Learning;

/// <summary>Numbers at places 0 to N - 1 of which one is found by its share of the sum: a binary tree whose nodes are the sums of their children. Setting and finding take
/// log₂ N steps.</summary>
/// <remarks>A node is always the sum of its two children as they stand, never corrected by a difference, so that rounding does not pile up. Source: Schaul et al. (2016), B.2.1.</remarks>
public sealed class SumTree
{
    private readonly double[] _nodes;   // [2W], the root at 1, the children of k at 2k and 2k + 1, the leaves from W on
    private readonly int _width;        // N's next power of two

    /// <param name="count">N, at least 1.</param>
    public SumTree(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _width = checked((int)BitOperations.RoundUpToPowerOf2((uint)count));
        (Count, _nodes) = (count, new double[2 * _width]);
    }

    /// <summary>N.</summary>
    public int Count { get; }

    /// <summary>The sum of all numbers.</summary>
    public double Total => _nodes[1];

    /// <summary>The number at a place, at least 0.</summary>
    public double this[int index]
    {
        get => _nodes[_width + index];
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            int node = _width + index;
            _nodes[node] = value;
            while ((node >>= 1) > 0) _nodes[node] = _nodes[2 * node] + _nodes[2 * node + 1];
        }
    }

    /// <summary>The place at which the sum of the numbers up to it first exceeds <paramref name="mass"/>: each is found with chance in proportion to its number where the mass is
    /// uniform in [0, <see cref="Total"/>).</summary>
    public int Find(double mass)
    {
        int node = 1;
        while (node < _width)
        {
            node *= 2;
            // Rounding may leave a mass at the end of a branch with nothing to its right.
            if (mass < _nodes[node] || _nodes[node + 1] <= 0) continue;
            mass -= _nodes[node++];
        }
        return node - _width;
    }

    /// <summary>Makes all numbers 0.</summary>
    public void Clear() => _nodes.AsSpan().Clear();

    /// <summary>Bytes that a tree of <paramref name="count"/> numbers takes.</summary>
    public static long PredictBytes(int count) => 2L * BitOperations.RoundUpToPowerOf2((uint)count) * sizeof(double);
}
