using EnvHub.Numerics;

namespace EnvHub.Networks;

/// <summary>Copies and sums of slabs whose samples hold the same numbers in the same order, whatever their gaps.</summary>
internal static class SlabRows
{
    /// <summary>target = source.</summary>
    public static void Copy(Slab source, Slab target, int batch)
    {
        if (HaveOneLayout(source, target)) source.Values(batch).CopyTo(target.Values(batch));
        else
            foreach (var (from, to, length) in Runs(source, target, batch))
                source.Values(batch).Slice(from, length).CopyTo(target.Values(batch)[to..]);
    }

    /// <summary>target += source.</summary>
    public static void Add(Slab source, Slab target, int batch)
    {
        if (HaveOneLayout(source, target)) VectorSums.AddScaled(source.Values(batch), 1, target.Values(batch));
        else
            foreach (var (from, to, length) in Runs(source, target, batch))
                VectorSums.AddScaled(source.Values(batch).Slice(from, length), 1, target.Values(batch).Slice(to, length));
    }

    private static bool HaveOneLayout(Slab source, Slab target) => (source.Stride, source.Places) == (target.Stride, target.Places);

    private static RunList Runs(Slab source, Slab target, int batch) => new(source, target, batch);

    // The numbers of one place at a time, on whichever side a place has fewer.
    private ref struct RunList(Slab source, Slab target, int batch)
    {
        private readonly int _runs = Math.Max(source.Places, target.Places);
        private readonly int _length = Math.Min(source.Shape.Channels, target.Shape.Channels);
        private int _next;

        public (int From, int To, int Length) Current { get; private set; }

        public readonly RunList GetEnumerator() => this;

        public bool MoveNext()
        {
            var (sample, run) = Math.DivRem(_next++, _runs);
            Current = (sample * source.SampleLength + run * Step(source), sample * target.SampleLength + run * Step(target), _length);
            return sample < batch;
        }

        private readonly int Step(Slab slab) => slab.Places == _runs ? slab.Stride : _length;
    }
}
