using EnvHub.Numerics;

namespace EnvHub.Envs.Gymnasium;

/// <summary>What the hub knows of copies whose worker is gone: their last observations, masks and seeds, and which of them were lost.</summary>
/// <param name="keepsObservations">Whether failures are survived: only then are last observations kept.</param>
internal sealed class CopyLedger(int count, int elements, int flags, bool keepsObservations)
{
    private readonly float[] _last = new float[keepsObservations ? count * elements : 0];
    private readonly bool[] _lastMasks = new bool[keepsObservations ? count * flags : 0];
    private readonly ulong[] _seeds = new ulong[count];
    private readonly bool[] _isSeeded = new bool[count], _isLost = new bool[count];
    private int _lost;

    /// <summary>Whether any copy waits to be told to have ended.</summary>
    public bool AnyLost => _lost > 0;

    /// <summary>Workers that were lost.</summary>
    public long Failures { get; set; }

    /// <summary>Whether the copy's episode ended with its worker and the caller does not know yet.</summary>
    public bool IsLost(int copy) => _isLost[copy];

    /// <summary>Marks a copy as lost, or as told.</summary>
    public void SetLost(int copy, bool isLost)
    {
        if (_isLost[copy] == isLost) return;
        _isLost[copy] = isLost;
        _lost += isLost ? 1 : -1;
    }

    /// <summary>Notes the seeds of a reset; none are given where the generators go on.</summary>
    public void Seed(ReadOnlySpan<ulong> seeds, ReadOnlySpan<bool> active)
    {
        for (int i = 0; i < seeds.Length; i++)
            if (active.IsEmpty || active[i]) (_seeds[i], _isSeeded[i]) = (seeds[i], true);
    }

    /// <summary>The last observations of a range of copies, shape <c>[length, n]</c>; empty where they are not kept.</summary>
    public Span<float> Last(int first, int length) => _last.Length == 0 ? [] : _last.AsSpan(first * elements, length * elements);

    /// <summary>Their masks, shape <c>[length, M]</c>; empty where they are not kept.</summary>
    public Span<bool> LastMasks(int first, int length) => _lastMasks.Length == 0 ? [] : _lastMasks.AsSpan(first * flags, length * flags);

    /// <summary>A seed for a copy that goes on with a fresh worker: derived from its own seed and the count of failures.</summary>
    /// <returns>Null where the copy was never seeded.</returns>
    public ulong? FreshSeed(int copy)
    {
        if (!_isSeeded[copy]) return null;
        var seed = new ulong[1];
        new RandomStreams(_seeds[copy]).Scope("restart").FillSeeds($"{Failures}", seed);
        return seed[0];
    }
}
