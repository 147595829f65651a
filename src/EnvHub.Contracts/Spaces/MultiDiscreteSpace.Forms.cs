namespace EnvHub.Contracts;

/// <content>The flat forms of a value.</content>
public sealed partial class MultiDiscreteSpace
{
    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1008 a float does not hold a component exactly.</exception>
    public override void Write(long[] value, Span<float> elements)
    {
        ArgumentNullException.ThrowIfNull(value);
        RequireValueLength(value.Length);
        RequireLength(elements.Length, ElementSize, "elements");
        for (int i = 0; i < elements.Length; i++) elements[i] = Elements.Of(value[i], this);
    }

    /// <inheritdoc/>
    public override long[] Read(ReadOnlySpan<float> elements)
    {
        RequireLength(elements.Length, ElementSize, "elements");
        long[] value = new long[elements.Length];
        for (int i = 0; i < value.Length; i++) value[i] = (long)elements[i];
        return value;
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1009 a component is outside its values.</exception>
    public override void Flatten(long[] value, Span<float> flat)
    {
        ArgumentNullException.ThrowIfNull(value);
        RequireValueLength(value.Length);
        RequireLength(flat.Length, FlatSize, "flattened values");
        flat.Clear();
        int offset = 0;
        for (int i = 0; i < value.Length; offset += _counts[i++]) Mark(i, value[i], flat[offset..]);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1009 the elements stand for no value of the space.</exception>
    public override void FlattenElements(ReadOnlySpan<float> elements, Span<float> flat)
    {
        RequireLength(elements.Length, ElementSize, "elements");
        RequireLength(flat.Length, FlatSize, "flattened values");
        flat.Clear();
        int offset = 0;
        for (int i = 0; i < elements.Length; offset += _counts[i++]) Mark(i, (long)elements[i], flat[offset..]);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1009 a component has no value marked.</exception>
    public override long[] Unflatten(ReadOnlySpan<float> flat)
    {
        RequireLength(flat.Length, FlatSize, "flattened values");
        long[] value = new long[ElementSize];
        for (int i = 0; i < value.Length; flat = flat[_counts[i++]..])
        {
            int marked = flat[.._counts[i]].IndexOfAnyExcept(0f);
            if (marked < 0) throw ContractErrors.OutsideSpace(ToString(), $"a one-hot vector without a one for component {i}");
            value[i] = _starts[i] + marked;
        }
        return value;
    }

    private void Mark(int component, long value, Span<float> flat)
    {
        if (!IsInside(component, value)) throw ContractErrors.OutsideSpace(ToString(), $"{value} for component {component}");
        flat[(int)(value - _starts[component])] = 1;
    }
}
