using System.Text.Json.Nodes;

namespace EnvHub.Contracts;

/// <summary>A closed box of float32 values; any side may be infinite. Means what <c>gymnasium.spaces.Box</c> means. For other types see
/// <see cref="BoxSpace{T}"/>.</summary>
public sealed partial class BoxSpace : Space<float[]>, IBoxSpace, IBoxBounds
{
    private readonly float[] _low, _high;
    private readonly int[] _shape;

    /// <summary>A vector of components with their own bounds.</summary>
    /// <param name="low">Shape <c>[n]</c>, in each component's unit.</param>
    /// <param name="high">Shape <c>[n]</c>.</param>
    /// <exception cref="HubException">EH1001 the lengths differ; EH1002 a bound is NaN, low is +infinity, high is -infinity, or low
    /// exceeds high.</exception>
    public BoxSpace(ReadOnlySpan<float> low, ReadOnlySpan<float> high) : this(low, high, [low.Length]) { }

    /// <summary>An array of components with their own bounds.</summary>
    /// <param name="low">Row-major, as many as the shape holds.</param>
    /// <param name="high">Row-major, as many as the shape holds.</param>
    /// <exception cref="HubException">EH1001 the lengths differ; EH1002 a bound is NaN, low is +infinity, high is -infinity, or low
    /// exceeds high; EH1004 a negative dimension, or more components than an array holds.</exception>
    public BoxSpace(ReadOnlySpan<float> low, ReadOnlySpan<float> high, ReadOnlySpan<int> shape)
    {
        int size = SpaceShape.SizeOf("BoxSpace", shape);
        if (low.Length != size || high.Length != size)
            throw ContractErrors.LengthsDiffer("BoxSpace", ("low", low.Length), ("high", high.Length), size);
        for (int i = 0; i < low.Length; i++)
            if (!(low[i] <= high[i]) || float.IsPositiveInfinity(low[i]) || float.IsNegativeInfinity(high[i]))
                throw ContractErrors.BadBound(i, low[i], high[i]);
        (_low, _high, _shape) = (low.ToArray(), high.ToArray(), shape.ToArray());
    }

    /// <summary>The same bounds for every component of an array, e.g. <c>new BoxSpace(0, 1, 2)</c>: two numbers from 0 to 1.</summary>
    /// <exception cref="HubException">As <see cref="Uniform"/>.</exception>
    public BoxSpace(float low, float high, params ReadOnlySpan<int> shape)
        : this(Filled(low, shape), Filled(high, shape), shape) { }

    /// <summary>The same bounds for every component of an array.</summary>
    /// <exception cref="HubException">EH1002 a bound is NaN, low is +infinity, high is -infinity, or low exceeds high; EH1004 a negative
    /// dimension, or more components than an array holds.</exception>
    public static BoxSpace Uniform(float low, float high, params ReadOnlySpan<int> shape) => new(low, high, shape);

    /// <summary>A box of another type than float32 with the same bounds for every component.</summary>
    /// <exception cref="HubException">As the constructor of <see cref="BoxSpace{T}"/>.</exception>
    public static BoxSpace<T> UniformOf<T>(T low, T high, params ReadOnlySpan<int> shape) where T : unmanaged, IComparable<T> =>
        new(Filled(low, shape), Filled(high, shape), shape);

    /// <inheritdoc/>
    public ElementType ElementType => ElementType.Float32;

    /// <summary>Lower bounds, row-major.</summary>
    public ReadOnlySpan<float> Low => _low;

    /// <summary>Upper bounds, row-major.</summary>
    public ReadOnlySpan<float> High => _high;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Shape => _shape;

    /// <inheritdoc/>
    public override int ElementSize => _low.Length;

    /// <inheritdoc/>
    public override int FlatSize => _low.Length;

    /// <inheritdoc/>
    public double LowAt(int index) => _low[index];

    /// <inheritdoc/>
    public double HighAt(int index) => _high[index];

    /// <inheritdoc/>
    public bool IsBoundedBelow(int index) => _low[index] > float.NegativeInfinity;

    /// <inheritdoc/>
    public bool IsBoundedAbove(int index) => _high[index] < float.PositiveInfinity;

    /// <inheritdoc/>
    public Space Stack(int count) => new BoxSpace(SpaceShape.Repeat(_low, count), SpaceShape.Repeat(_high, count), [count, .. _shape]);

    /// <inheritdoc/>
    public override bool Contains(float[] value) => value is not null && ContainsElements(value);

    /// <inheritdoc/>
    public override bool ContainsElements(ReadOnlySpan<float> elements)
    {
        if (elements.Length != ElementSize) return false;
        for (int i = 0; i < elements.Length; i++)
            if (!(elements[i] >= _low[i] && elements[i] <= _high[i])) return false;
        return true;
    }

    /// <inheritdoc/>
    public override void Write(float[] value, Span<float> elements)
    {
        ArgumentNullException.ThrowIfNull(value);
        RequireValueLength(value.Length);
        RequireLength(elements.Length, ElementSize, "elements");
        value.CopyTo(elements);
    }

    /// <inheritdoc/>
    public override float[] Read(ReadOnlySpan<float> elements)
    {
        RequireLength(elements.Length, ElementSize, "elements");
        return elements.ToArray();
    }

    /// <inheritdoc/>
    public override void Flatten(float[] value, Span<float> flat) => Write(value, flat);

    /// <inheritdoc/>
    public override float[] Unflatten(ReadOnlySpan<float> flat) => Read(flat);

    /// <inheritdoc/>
    public override void FlattenElements(ReadOnlySpan<float> elements, Span<float> flat) => CopyElements(elements, flat);

    Array? IBoxBounds.ReadNumbers(IReadOnlyList<System.Text.Json.JsonElement> json) => SampleReader.Numbers<float>(json);

    JsonNode IBoxBounds.LowJson(int index) => NumberJson.Of(_low[index]);

    JsonNode IBoxBounds.HighJson(int index) => NumberJson.Of(_high[index]);

    /// <inheritdoc/>
    public override bool Equals(Space? other) => other is BoxSpace that && _shape.AsSpan().SequenceEqual(that._shape)
        && _low.AsSpan().SequenceEqual(that._low) && _high.AsSpan().SequenceEqual(that._high);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ElementSize, _low.Sum(), _high.Sum());

    /// <inheritdoc/>
    public override string ToString() =>
        $"Box({SpaceText.ValueOrList(_low)}, {SpaceText.ValueOrList(_high)}, {SpaceShape.Text(_shape)}, float32)";

    private static T[] Filled<T>(T bound, ReadOnlySpan<int> shape)
    {
        var bounds = new T[SpaceShape.SizeOf("BoxSpace", shape)];
        bounds.AsSpan().Fill(bound);
        return bounds;
    }
}
