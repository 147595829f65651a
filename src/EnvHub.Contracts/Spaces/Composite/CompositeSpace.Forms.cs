namespace EnvHub.Contracts;

/// <content>The flat forms of a value: those of its parts, one after the other.</content>
public abstract partial class CompositeSpace<T>
{
    /// <inheritdoc/>
    public sealed override bool ContainsElements(ReadOnlySpan<float> elements)
    {
        if (!IsFlattenable || elements.Length != ElementSize) return false;
        foreach (var space in _spaces)
        {
            if (!space.ContainsElements(elements[..space.ElementSize])) return false;
            elements = elements[space.ElementSize..];
        }
        return true;
    }

    /// <inheritdoc/>
    public sealed override void Write(T value, Span<float> elements)
    {
        Require(elements.Length, ElementSize, "elements");
        for (int i = 0; i < _spaces.Length; i++)
        {
            _spaces[i].WriteObject(PartToWrite(value, i), elements[.._spaces[i].ElementSize]);
            elements = elements[_spaces[i].ElementSize..];
        }
    }

    /// <inheritdoc/>
    public sealed override T Read(ReadOnlySpan<float> elements)
    {
        Require(elements.Length, ElementSize, "elements");
        object[] parts = new object[_spaces.Length];
        for (int i = 0; i < parts.Length; elements = elements[_spaces[i++].ElementSize..])
            parts[i] = _spaces[i].ReadObject(elements[.._spaces[i].ElementSize]);
        return Compose(parts);
    }

    /// <inheritdoc/>
    public sealed override void Flatten(T value, Span<float> flat)
    {
        Require(flat.Length, FlatSize, "flattened values");
        for (int i = 0; i < _spaces.Length; i++)
        {
            _spaces[i].FlattenObject(PartToWrite(value, i), flat[.._spaces[i].FlatSize]);
            flat = flat[_spaces[i].FlatSize..];
        }
    }

    /// <inheritdoc/>
    public sealed override T Unflatten(ReadOnlySpan<float> flat)
    {
        Require(flat.Length, FlatSize, "flattened values");
        object[] parts = new object[_spaces.Length];
        for (int i = 0; i < parts.Length; flat = flat[_spaces[i++].FlatSize..])
            parts[i] = _spaces[i].UnflattenObject(flat[.._spaces[i].FlatSize]);
        return Compose(parts);
    }

    /// <inheritdoc/>
    public sealed override void FlattenElements(ReadOnlySpan<float> elements, Span<float> flat)
    {
        Require(elements.Length, ElementSize, "elements");
        Require(flat.Length, FlatSize, "flattened values");
        foreach (var space in _spaces)
        {
            space.FlattenElements(elements[..space.ElementSize], flat[..space.FlatSize]);
            elements = elements[space.ElementSize..];
            flat = flat[space.FlatSize..];
        }
    }
}
