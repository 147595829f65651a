using System.Text;

namespace EnvHub.Contracts;

/// <content>The flat forms of a value: places among the characters.</content>
public sealed partial class TextSpace
{
    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1009 the text is too long, or holds a character that is not the space's.</exception>
    public override void Write(string value, Span<float> elements)
    {
        ArgumentNullException.ThrowIfNull(value);
        RequireLength(elements.Length, ElementSize, "elements");
        elements.Fill(_characters.Length);
        int length = 0;
        foreach (var character in value.EnumerateRunes())
        {
            if (length == MaxLength || !_places.TryGetValue(character, out int place)) throw ContractErrors.OutsideSpace(ToString(), $"'{value}'");
            elements[length++] = place;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1006 a wrong length; EH1009 an element is no place.</exception>
    public override string Read(ReadOnlySpan<float> elements)
    {
        RequireLength(elements.Length, ElementSize, "elements");
        var text = new StringBuilder();
        foreach (float element in elements)
        {
            if (element == _characters.Length) continue;
            if (!IsPlace(element)) throw ContractErrors.OutsideSpace(ToString(), $"the element {element}");
            text.Append(_characters[(int)element]);
        }
        return text.ToString();
    }

    /// <inheritdoc/>
    /// <remarks>Elements beyond the text's end must all say so: a gap is no text.</remarks>
    public override bool ContainsElements(ReadOnlySpan<float> elements)
    {
        if (elements.Length != ElementSize) return false;
        int length = 0;
        while (length < elements.Length && IsPlace(elements[length])) length++;
        return length >= MinLength && !elements[length..].ContainsAnyExcept(_characters.Length);
    }

    /// <inheritdoc/>
    public override void Flatten(string value, Span<float> flat) => Write(value, flat);

    /// <inheritdoc/>
    public override string Unflatten(ReadOnlySpan<float> flat) => Read(flat);

    /// <inheritdoc/>
    public override void FlattenElements(ReadOnlySpan<float> elements, Span<float> flat) => CopyElements(elements, flat);

    private bool IsPlace(float element) => element >= 0 && element < _characters.Length && element == MathF.Truncate(element);
}
