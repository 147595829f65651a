using System.Text.Json.Nodes;

namespace EnvHub.Contracts;

/// <summary>A closed box of numbers of any type but float32, for which <see cref="BoxSpace"/> is: <see langword="double"/>,
/// <see cref="Half"/>, the integers of 8 to 64 bits, <see langword="bool"/>. Means what <c>gymnasium.spaces.Box</c> with that dtype means.</summary>
/// <remarks>Bounds and values are exact. Elements and flattened forms are float32: a value goes there as the nearest float, and comes back
/// as the space's value that lies nearest.</remarks>
/// <typeparam name="T">The components' type.</typeparam>
public sealed partial class BoxSpace<T> : Space<T[]>, IBoxSpace, IBoxBounds where T : unmanaged, IComparable<T>
{
    private readonly T[] _low, _high;
    private readonly bool[] _openBelow, _openAbove;
    private readonly int[] _shape;

    /// <summary>An array of components with their own bounds.</summary>
    /// <param name="low">Row-major, as many as the shape holds.</param>
    /// <param name="high">Row-major, as many as the shape holds.</param>
    /// <param name="openBelow">Where a signed integer has no lower bound and is drawn accordingly; its <paramref name="low"/> is taken as
    /// the type's smallest value. Empty for nowhere.</param>
    /// <param name="openAbove">The same for upper bounds.</param>
    /// <exception cref="HubException">EH1001 the lengths differ; EH1002 a bound is NaN, low is +infinity, high is -infinity, or low exceeds
    /// high; EH1004 a negative dimension, or more components than an array holds; EH1017 <typeparamref name="T"/> is none of the types;
    /// EH1018 an open side of a type that is no signed integer.</exception>
    public BoxSpace(ReadOnlySpan<T> low, ReadOnlySpan<T> high, ReadOnlySpan<int> shape,
        ReadOnlySpan<bool> openBelow = default, ReadOnlySpan<bool> openAbove = default)
    {
        ElementType = ElementTypes.Of<T>();
        int size = SpaceShape.SizeOf(Name, shape);
        if (low.Length != size || high.Length != size) throw ContractErrors.LengthsDiffer(Name, ("low", low.Length), ("high", high.Length), size);
        (_low, _high, _shape) = (low.ToArray(), high.ToArray(), shape.ToArray());
        _openBelow = Open(openBelow, _low, ElementType.IntegerRange().Low);
        _openAbove = Open(openAbove, _high, ElementType.IntegerRange().High);
        for (int i = 0; i < size; i++)
            if (!IsInterval(_low[i], _high[i])) throw ContractErrors.BadBound(i, LowAt(i), HighAt(i));
    }

    /// <inheritdoc/>
    public ElementType ElementType { get; }

    /// <summary>Lower bounds, row-major.</summary>
    public ReadOnlySpan<T> Low => _low;

    /// <summary>Upper bounds, row-major.</summary>
    public ReadOnlySpan<T> High => _high;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Shape => _shape;

    /// <inheritdoc/>
    public override int ElementSize => _low.Length;

    /// <inheritdoc/>
    public override int FlatSize => _low.Length;

    /// <inheritdoc/>
    public double LowAt(int index) => ElementTypes.ToDouble(_low[index]);

    /// <inheritdoc/>
    public double HighAt(int index) => ElementTypes.ToDouble(_high[index]);

    /// <inheritdoc/>
    public bool IsBoundedBelow(int index) => !_openBelow[index] && LowAt(index) > double.NegativeInfinity;

    /// <inheritdoc/>
    public bool IsBoundedAbove(int index) => !_openAbove[index] && HighAt(index) < double.PositiveInfinity;

    /// <inheritdoc/>
    public Space Stack(int count) => new BoxSpace<T>(SpaceShape.Repeat(_low, count), SpaceShape.Repeat(_high, count), [count, .. _shape],
        SpaceShape.Repeat(_openBelow, count), SpaceShape.Repeat(_openAbove, count));

    Array? IBoxBounds.ReadNumbers(IReadOnlyList<System.Text.Json.JsonElement> json) => SampleReader.Numbers<T>(json);

    JsonNode IBoxBounds.LowJson(int index) => _openBelow[index] ? NumberJson.NegativeInfinity : NumberJson.Of(_low[index]);

    JsonNode IBoxBounds.HighJson(int index) => _openAbove[index] ? NumberJson.Infinity : NumberJson.Of(_high[index]);

    /// <inheritdoc/>
    public override bool Equals(Space? other) => other is BoxSpace<T> that && _shape.AsSpan().SequenceEqual(that._shape)
        && _low.AsSpan().SequenceEqual(that._low) && _high.AsSpan().SequenceEqual(that._high)
        && _openBelow.AsSpan().SequenceEqual(that._openBelow) && _openAbove.AsSpan().SequenceEqual(that._openAbove);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(ElementType);
        foreach (var bound in _low) hash.Add(bound);
        foreach (var bound in _high) hash.Add(bound);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"Box({Text(_low)}, {Text(_high)}, {SpaceShape.Text(_shape)}, {ElementType.Name()})";

    private static string Name => $"BoxSpace<{typeof(T).Name}>";

    private static string Text(T[] bounds)
    {
        string[] texts = [.. bounds.Select(bound => bound is bool flag ? flag ? "True" : "False" : SpaceText.Value(bound))];
        return texts.Length > 0 && texts.All(text => text == texts[0]) ? texts[0] : SpaceText.ListOf(texts, ", ");
    }

    private bool[] Open(ReadOnlySpan<bool> open, T[] bounds, long limit)
    {
        if (open.IsEmpty) return new bool[bounds.Length];
        if (open.Length != bounds.Length) throw ContractErrors.LengthsDiffer(Name, ("bounds", bounds.Length), ("open sides", open.Length), bounds.Length);
        int index = open.IndexOf(true);
        if (index >= 0 && !ElementType.IsSignedInteger()) throw ContractErrors.BadOpenSide(Name, index, ElementType.Name());
        for (int i = 0; i < bounds.Length; i++)
            if (open[i]) bounds[i] = ElementTypes.FromDouble<T>(limit);
        return open.ToArray();
    }

    private static bool IsInterval(T low, T high)
    {
        double least = ElementTypes.ToDouble(low), most = ElementTypes.ToDouble(high);
        return !double.IsNaN(least) && !double.IsNaN(most) && !double.IsPositiveInfinity(least) && !double.IsNegativeInfinity(most)
            && low.CompareTo(high) <= 0;
    }
}
