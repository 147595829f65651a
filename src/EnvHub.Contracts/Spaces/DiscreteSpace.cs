using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>The integers <c>Start .. Start + Count - 1</c>. Means what <c>gymnasium.spaces.Discrete</c> means.</summary>
/// <remarks>One element, the integer itself, so as an observation it is at most 2^24 in size or another integer that a float holds;
/// flattened, a one-hot vector.</remarks>
public sealed class DiscreteSpace : Space<long>
{
    /// <param name="count">How many values; at least 1.</param>
    /// <param name="start">The smallest value.</param>
    /// <param name="elementType">An integer type: decides which draws a sample takes; values are <see langword="long"/> all the same.</param>
    /// <exception cref="HubException">EH1003 <paramref name="count"/> is below 1, or the largest value is not of the type; EH1017 a type
    /// that is no integer's.</exception>
    public DiscreteSpace(int count, long start = 0, ElementType elementType = ElementType.Int64)
    {
        if (count < 1) throw ContractErrors.BadCount("DiscreteSpace", "count", count);
        if (start > long.MaxValue - (count - 1)) throw ContractErrors.BadStart("DiscreteSpace", count, start);
        if (!elementType.IsInteger()) throw ContractErrors.BadElementType("DiscreteSpace", elementType.Name(), "an integer type");
        var (least, most) = elementType.IntegerRange();
        if (count > most || start < least || start > most - (count - 1))
            throw ContractErrors.OutsideElementType("DiscreteSpace", elementType.Name(), count, start);
        (Count, Start, ElementType) = (count, start, elementType);
    }

    /// <summary>How many values; at least 1.</summary>
    public int Count { get; }

    /// <summary>The smallest value.</summary>
    public long Start { get; }

    /// <summary>The integer type, int64 unless told.</summary>
    public ElementType ElementType { get; }

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
        return Start + random.IntegersOfWidth(ElementType.Bits(), Count);
    }

    /// <summary>A value among those that <paramref name="mask"/> allows; <see cref="Start"/> if it allows none.</summary>
    /// <param name="mask">Shape <c>[Count]</c>, true where the value may be drawn.</param>
    /// <exception cref="HubException">EH1005 the mask has another length.</exception>
    public long Sample(RandomGenerator random, ReadOnlySpan<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (mask.Length != Count) throw ContractErrors.BadMask(ToString(), mask.Length, Count);
        return Start + WeightedDraw.Masked(random, mask);
    }

    /// <summary>A value drawn with its probability.</summary>
    /// <param name="probabilities">Shape <c>[Count]</c>, each at least 0; together 1.</param>
    /// <exception cref="HubException">EH1005 another length; EH1007 they are not a distribution.</exception>
    public long Sample(RandomGenerator random, ReadOnlySpan<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (probabilities.Length != Count) throw ContractErrors.BadMask(ToString(), probabilities.Length, Count);
        return Start + WeightedDraw.Weighted(random, probabilities, this);
    }

    /// <inheritdoc/>
    public override bool Contains(long value) => value >= Start && unchecked((ulong)value - (ulong)Start) < (ulong)Count;

    /// <inheritdoc/>
    public override bool ContainsElements(ReadOnlySpan<float> elements) =>
        elements.Length == 1 && Elements.IsInteger(elements[0]) && Contains((long)elements[0]);

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1008 a float does not hold the value exactly.</exception>
    public override void Write(long value, Span<float> elements)
    {
        RequireLength(elements.Length, ElementSize, "elements");
        elements[0] = Elements.Of(value, this);
    }

    /// <inheritdoc/>
    public override long Read(ReadOnlySpan<float> elements)
    {
        RequireLength(elements.Length, ElementSize, "elements");
        return (long)elements[0];
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1009 the value is outside the space.</exception>
    public override void Flatten(long value, Span<float> flat)
    {
        RequireLength(flat.Length, FlatSize, "flattened values");
        if (!Contains(value)) throw ContractErrors.OutsideSpace(ToString(), $"{value}");
        flat.Clear();
        flat[(int)(value - Start)] = 1;
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1009 no value is marked.</exception>
    public override long Unflatten(ReadOnlySpan<float> flat)
    {
        RequireLength(flat.Length, FlatSize, "flattened values");
        int marked = flat.IndexOfAnyExcept(0f);
        return marked >= 0 ? Start + marked : throw ContractErrors.OutsideSpace(ToString(), "a one-hot vector without a one");
    }

    /// <inheritdoc/>
    public override bool Equals(Space? other) => other is DiscreteSpace that && (Count, Start, ElementType) == (that.Count, that.Start, that.ElementType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Start, ElementType);

    /// <inheritdoc/>
    public override string ToString()
    {
        string start = Start == 0 ? "" : $", start={Start}", type = ElementType == ElementType.Int64 ? "" : $", dtype={ElementType.Name()}";
        return $"Discrete({Count}{start}{type})";
    }

    internal override long Draw(SpaceGenerators generators, object? mask) => mask switch
    {
        null => Sample(generators.Own),
        bool[] allowed => Sample(generators.Own, allowed),
        double[] probabilities => Sample(generators.Own, probabilities),
        _ => throw ContractErrors.WrongMaskType(ToString(), mask, "bool[] or double[]"),
    };

    internal override object[] DrawMany(RandomGenerator random, int count, object? mask) =>
        [.. new MultiDiscreteSpace([.. Enumerable.Repeat(Count, count)]).Draw(SpaceGenerators.Shared(random), mask)];
}
