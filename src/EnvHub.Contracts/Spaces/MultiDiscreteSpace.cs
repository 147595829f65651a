namespace EnvHub.Contracts;

/// <summary>An array of integers, component i in <c>Starts[i] .. Starts[i] + Counts[i] - 1</c>. Means what
/// <c>gymnasium.spaces.MultiDiscrete</c> means.</summary>
/// <remarks>One element per component, the integer itself; flattened, the components' one-hot vectors one after the other.</remarks>
public sealed partial class MultiDiscreteSpace : Space<long[]>
{
    private readonly int[] _counts, _shape;
    private readonly long[] _starts;

    /// <summary>A vector of components that start at 0.</summary>
    /// <param name="counts">How many values each component takes, shape <c>[n]</c>; each at least 1.</param>
    /// <exception cref="HubException">EH1003 a count is below 1; EH1004 the counts add up to more than an array holds.</exception>
    public MultiDiscreteSpace(params ReadOnlySpan<int> counts) : this(counts, new long[counts.Length], [counts.Length]) { }

    /// <summary>An array of components with their own smallest values.</summary>
    /// <param name="counts">Row-major, as many as the shape holds; each at least 1.</param>
    /// <param name="starts">The smallest values, row-major, as many as the shape holds.</param>
    /// <param name="elementType">An integer type; values are <see langword="long"/> all the same.</param>
    /// <exception cref="HubException">EH1001 the lengths differ; EH1003 a count is below 1, or a component's largest value is not of the
    /// type; EH1004 a negative dimension, or the counts add up to more than an array holds; EH1017 a type that is no integer's.</exception>
    public MultiDiscreteSpace(ReadOnlySpan<int> counts, ReadOnlySpan<long> starts, ReadOnlySpan<int> shape, ElementType elementType = ElementType.Int64)
    {
        if (!elementType.IsInteger()) throw ContractErrors.BadElementType("MultiDiscreteSpace", elementType.Name(), "an integer type");
        var (least, most) = elementType.IntegerRange();
        int size = SpaceShape.SizeOf("MultiDiscreteSpace", shape);
        if (counts.Length != size || starts.Length != size)
            throw ContractErrors.LengthsDiffer("MultiDiscreteSpace", ("counts", counts.Length), ("starts", starts.Length), size);
        long flatSize = 0;
        for (int i = 0; i < size; i++)
        {
            if (counts[i] < 1) throw ContractErrors.BadCount("MultiDiscreteSpace", $"counts[{i}]", counts[i]);
            if (starts[i] > long.MaxValue - (counts[i] - 1))
                throw ContractErrors.BadStart($"MultiDiscreteSpace: component {i}", counts[i], starts[i]);
            if (counts[i] > most || starts[i] < least || starts[i] > most - (counts[i] - 1))
                throw ContractErrors.OutsideElementType($"MultiDiscreteSpace: component {i}", elementType.Name(), counts[i], starts[i]);
            flatSize += counts[i];
        }
        if (flatSize > Array.MaxLength) throw ContractErrors.TooManyValues("MultiDiscreteSpace", flatSize);
        (_counts, _starts, _shape, FlatSize, ElementType) = (counts.ToArray(), starts.ToArray(), shape.ToArray(), (int)flatSize, elementType);
    }

    /// <summary>How many values each component takes, row-major.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Each component's smallest value, row-major.</summary>
    public ReadOnlySpan<long> Starts => _starts;

    /// <summary>The integer type, int64 unless told.</summary>
    public ElementType ElementType { get; }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Shape => _shape;

    /// <inheritdoc/>
    public override int ElementSize => _counts.Length;

    /// <inheritdoc/>
    public override int FlatSize { get; }

    /// <inheritdoc/>
    public override bool Contains(long[] value)
    {
        if (value is null || value.Length != ElementSize) return false;
        for (int i = 0; i < value.Length; i++)
            if (!IsInside(i, value[i])) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool ContainsElements(ReadOnlySpan<float> elements)
    {
        if (elements.Length != ElementSize) return false;
        for (int i = 0; i < elements.Length; i++)
            if (!Elements.IsInteger(elements[i]) || !IsInside(i, (long)elements[i])) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(Space? other) => other is MultiDiscreteSpace that && ElementType == that.ElementType && _shape.AsSpan().SequenceEqual(that._shape)
        && _counts.AsSpan().SequenceEqual(that._counts) && _starts.AsSpan().SequenceEqual(that._starts);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (int count in _counts) hash.Add(count);
        foreach (long start in _starts) hash.Add(start);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string counts = SpaceText.List<int>(_counts, " ");
        bool startsAtZero = !_starts.AsSpan().ContainsAnyExcept(0);
        return startsAtZero ? $"MultiDiscrete({counts})" : $"MultiDiscrete({counts}, start={SpaceText.List<long>(_starts, " ")})";
    }

    private bool IsInside(int component, long value) =>
        value >= _starts[component] && unchecked((ulong)value - (ulong)_starts[component]) < (ulong)_counts[component];
}
