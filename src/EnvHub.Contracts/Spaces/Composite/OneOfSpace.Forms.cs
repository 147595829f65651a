namespace EnvHub.Contracts;

/// <content>The flat forms of a value: the index, then those of the value, padded.</content>
public sealed partial class OneOfSpace
{
    /// <inheritdoc/>
    public override bool ContainsElements(ReadOnlySpan<float> elements) => IsFlattenable && elements.Length == ElementSize
        && IsIndex(elements[0]) && Chosen(elements[0]).ContainsElements(elements.Slice(1, Chosen(elements[0]).ElementSize));

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1009 the index is outside the spaces; EH1012 not flattenable.</exception>
    public override void Write(OneOfValue value, Span<float> elements)
    {
        ArgumentNullException.ThrowIfNull(value);
        Require(elements.Length, ElementSize, "elements");
        elements.Clear();
        elements[0] = value.Index;
        var space = Chosen(value.Index);
        space.WriteObject(value.Value, elements.Slice(1, space.ElementSize));
    }

    /// <inheritdoc/>
    public override OneOfValue Read(ReadOnlySpan<float> elements)
    {
        Require(elements.Length, ElementSize, "elements");
        var space = Chosen(elements[0]);
        return new((int)elements[0], space.ReadObject(elements.Slice(1, space.ElementSize)));
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1009 the index is outside the spaces; EH1012 not flattenable.</exception>
    public override void Flatten(OneOfValue value, Span<float> flat)
    {
        ArgumentNullException.ThrowIfNull(value);
        Require(flat.Length, FlatSize, "flattened values");
        flat[0] = value.Index;
        var space = Chosen(value.Index);
        space.FlattenObject(value.Value, flat.Slice(1, space.FlatSize));
        Pad(space, flat);
    }

    /// <inheritdoc/>
    public override OneOfValue Unflatten(ReadOnlySpan<float> flat)
    {
        Require(flat.Length, FlatSize, "flattened values");
        var space = Chosen(flat[0]);
        return new((int)flat[0], space.UnflattenObject(flat.Slice(1, space.FlatSize)));
    }

    /// <inheritdoc/>
    public override void FlattenElements(ReadOnlySpan<float> elements, Span<float> flat)
    {
        Require(elements.Length, ElementSize, "elements");
        Require(flat.Length, FlatSize, "flattened values");
        var space = Chosen(elements[0]);
        flat[0] = elements[0];
        space.FlattenElements(elements.Slice(1, space.ElementSize), flat.Slice(1, space.FlatSize));
        Pad(space, flat);
    }

    private static void Pad(Space space, Span<float> flat) => flat[(1 + space.FlatSize)..].Fill(space.FlatSize > 0 ? flat[1] : 0);

    private bool IsIndex(float element) => element >= 0 && element < _spaces.Length && element == MathF.Truncate(element);

    private Space Chosen(float index) => IsIndex(index) ? _spaces[(int)index] : throw ContractErrors.OutsideSpace(ToString(), $"space number {index}");

    private void Require(int length, int expected, string form)
    {
        if (!IsFlattenable) throw ContractErrors.NotFlattenable(ToString());
        RequireLength(length, expected, form);
    }
}
