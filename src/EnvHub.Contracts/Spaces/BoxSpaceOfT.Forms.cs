namespace EnvHub.Contracts;

/// <content>Membership and the flat forms of a value.</content>
public sealed partial class BoxSpace<T>
{
    /// <inheritdoc/>
    public override bool Contains(T[] value)
    {
        if (value is null || value.Length != ElementSize) return false;
        for (int i = 0; i < value.Length; i++)
            if (!(value[i].CompareTo(_low[i]) >= 0 && value[i].CompareTo(_high[i]) <= 0)) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool ContainsElements(ReadOnlySpan<float> elements)
    {
        if (elements.Length != ElementSize) return false;
        for (int i = 0; i < elements.Length; i++)
            if (!Holds(i, elements[i])) return false;
        return true;
    }

    /// <inheritdoc/>
    public override void Write(T[] value, Span<float> elements)
    {
        ArgumentNullException.ThrowIfNull(value);
        RequireValueLength(value.Length);
        RequireLength(elements.Length, ElementSize, "elements");
        for (int i = 0; i < elements.Length; i++) elements[i] = ElementTypes.ToElement(value[i]);
    }

    /// <inheritdoc/>
    public override T[] Read(ReadOnlySpan<float> elements)
    {
        RequireLength(elements.Length, ElementSize, "elements");
        T[] value = new T[elements.Length];
        for (int i = 0; i < value.Length; i++) value[i] = Nearest(i, ElementTypes.FromDouble<T>(elements[i]));
        return value;
    }

    /// <inheritdoc/>
    public override void Flatten(T[] value, Span<float> flat) => Write(value, flat);

    /// <inheritdoc/>
    public override T[] Unflatten(ReadOnlySpan<float> flat) => Read(flat);

    /// <inheritdoc/>
    public override void FlattenElements(ReadOnlySpan<float> elements, Span<float> flat) => CopyElements(elements, flat);

    // Against the bounds' own elements: the nearest float of a bound may lie beyond it.
    private bool Holds(int component, float element) =>
        element >= ElementTypes.ToElement(_low[component]) && element <= ElementTypes.ToElement(_high[component])
        && (ElementType.IsFloat() || element == MathF.Truncate(element));

    private T Nearest(int component, T value)
    {
        if (value.CompareTo(_high[component]) > 0) return _high[component];
        bool isNumber = !double.IsNaN(ElementTypes.ToDouble(value));
        return isNumber && value.CompareTo(_low[component]) < 0 ? _low[component] : value;
    }
}
