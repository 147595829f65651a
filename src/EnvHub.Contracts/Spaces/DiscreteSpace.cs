using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>The integers <c>Start .. Start + Count - 1</c>. Means what <c>gymnasium.spaces.Discrete</c> means.</summary>
public sealed class DiscreteSpace : Space<long>
{
    /// <param name="count">How many values; at least 1.</param>
    /// <param name="start">The smallest value.</param>
    /// <exception cref="HubException">EH1003 <paramref name="count"/> is below 1.</exception>
    public DiscreteSpace(int count, long start = 0)
    {
        if (count < 1) throw ContractErrors.BadCount("DiscreteSpace", "count", count);
        (Count, Start) = (count, start);
    }

    /// <summary>How many values; at least 1.</summary>
    public int Count { get; }

    /// <summary>The smallest value.</summary>
    public long Start { get; }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Shape => [];

    /// <inheritdoc/>
    public override int ElementSize => 1;

    /// <inheritdoc/>
    public override int FlatSize => Count;

    /// <inheritdoc/>
    public override long Sample(RandomGenerator random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Start + random.Integers(Count);
    }

    /// <summary>A value among those that <paramref name="mask"/> allows; <see cref="Start"/> if it allows none.</summary>
    /// <param name="mask">Shape <c>[Count]</c>, true where the value may be drawn.</param>
    /// <exception cref="HubException">EH1005 the mask has another length.</exception>
    public long Sample(RandomGenerator random, ReadOnlySpan<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (mask.Length != Count) throw ContractErrors.BadMask(ToString(), mask.Length, Count);
        int allowed = mask.Count(true);
        if (allowed == 0) return Start;
        long rank = random.Integers(allowed);
        for (int i = 0; ; i++)
            if (mask[i] && rank-- == 0) return Start + i;
    }

    /// <inheritdoc/>
    public override bool Contains(long value) => value >= Start && value - Start < Count;

    /// <inheritdoc/>
    public override bool ContainsElements(ReadOnlySpan<float> elements) =>
        elements.Length == 1 && elements[0] == MathF.Truncate(elements[0]) && MathF.Abs(elements[0]) < long.MaxValue && Contains((long)elements[0]);

    /// <inheritdoc/>
    public override void Write(long value, Span<float> elements)
    {
        RequireLength(elements.Length, ElementSize, "elements");
        elements[0] = value;
    }

    /// <inheritdoc/>
    public override long Read(ReadOnlySpan<float> elements)
    {
        RequireLength(elements.Length, ElementSize, "elements");
        return (long)elements[0];
    }

    /// <inheritdoc/>
    public override void Flatten(long value, Span<float> flat)
    {
        RequireLength(flat.Length, FlatSize, "flattened values");
        flat.Clear();
        flat[(int)(value - Start)] = 1;
    }

    /// <inheritdoc/>
    public override long Unflatten(ReadOnlySpan<float> flat)
    {
        RequireLength(flat.Length, FlatSize, "flattened values");
        return Start + Math.Max(flat.IndexOfAnyExcept(0f), 0);
    }

    /// <inheritdoc/>
    public override bool Equals(Space? other) => other is DiscreteSpace that && (Count, Start) == (that.Count, that.Start);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Start);

    /// <inheritdoc/>
    public override string ToString() => Start == 0 ? $"Discrete({Count})" : $"Discrete({Count}, start={Start})";
}
