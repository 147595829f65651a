using System.Text;
using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>Texts of certain characters and lengths. Means what <c>gymnasium.spaces.Text</c> means.</summary>
/// <remarks>Characters are Unicode code points. Elements and the flattened form are, up to the largest length, each character's place
/// among the space's characters, and beyond the text's end the count of characters.</remarks>
public sealed partial class TextSpace : Space<string>
{
    /// <summary>The letters and digits of ASCII, Gymnasium's default. It keeps them in a set without a fixed order; here they are sorted as
    /// in this list.</summary>
    public const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private readonly Rune[] _characters;
    private readonly Dictionary<Rune, int> _places = [];

    /// <param name="maxLength">The largest length, in characters.</param>
    /// <param name="minLength">The smallest length, in characters.</param>
    /// <param name="characters">Every character that a text may hold, once, in the order in which they are drawn.</param>
    /// <exception cref="HubException">EH1019 a negative length, or the smallest above the largest; EH1020 a character is given twice, or
    /// half of a surrogate pair.</exception>
    public TextSpace(int maxLength, int minLength = 1, string characters = Alphanumeric)
    {
        ArgumentNullException.ThrowIfNull(characters);
        if (minLength < 0 || minLength > maxLength) throw ContractErrors.BadTextLengths(minLength, maxLength);
        (MinLength, MaxLength, Characters) = (minLength, maxLength, characters);
        _characters = [.. characters.EnumerateRunes()];
        for (int i = 0; i < _characters.Length; i++)
        {
            if (_characters[i] == Rune.ReplacementChar && !characters.Contains('\ufffd'))
                throw ContractErrors.BadCharacters("the characters hold half of a surrogate pair.");
            if (!_places.TryAdd(_characters[i], i)) throw ContractErrors.BadCharacters($"'{_characters[i]}' is given twice.");
        }
    }

    /// <summary>The smallest length, in characters.</summary>
    public int MinLength { get; }

    /// <summary>The largest length, in characters.</summary>
    public int MaxLength { get; }

    /// <summary>The characters, in the order in which they are drawn: Gymnasium's <c>character_list</c>.</summary>
    public string Characters { get; }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Shape => [];

    /// <inheritdoc/>
    public override int ElementSize => MaxLength;

    /// <inheritdoc/>
    public override int FlatSize => MaxLength;

    /// <inheritdoc/>
    public override bool Contains(string value) => value is not null && LengthOf(value) is var length && length >= MinLength
        && length <= MaxLength && value.EnumerateRunes().All(_places.ContainsKey);

    /// <inheritdoc/>
    /// <remarks>As in Gymnasium, equal if the characters are the same, in whatever order.</remarks>
    public override bool Equals(Space? other) => other is TextSpace that && (MinLength, MaxLength) == (that.MinLength, that.MaxLength)
        && _characters.Length == that._characters.Length && _characters.All(that._places.ContainsKey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MinLength, MaxLength, _characters.Length);

    /// <inheritdoc/>
    public override string ToString() =>
        $"Text({MinLength}, {MaxLength}, charset={string.Concat(_characters.Order())})";

    /// <inheritdoc/>
    public override string Sample(RandomGenerator random) => Draw(SpaceGenerators.Shared(random), mask: null);

    internal override string Draw(SpaceGenerators generators, object? mask)
    {
        var random = generators.Own;
        var (wanted, characters) = mask is null ? new TextMask()
            : mask as TextMask ?? throw ContractErrors.WrongMaskType(ToString(), mask, nameof(TextMask));
        if (wanted < MinLength || wanted > MaxLength) throw ContractErrors.BadTextLength(ToString(), wanted.Value);
        double[] probabilities = Probabilities(characters);
        long length = wanted ?? random.Integers(MinLength, MaxLength + 1L);
        if (Array.TrueForAll(probabilities, probability => probability == 0))
            return MinLength == 0 ? "" : throw ContractErrors.NoCharacters(ToString());
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) text.Append(_characters[WeightedDraw.Weighted(random, probabilities, this)]);
        return text.ToString();
    }

    private double[] Probabilities(object? characters)
    {
        double[] probabilities = characters switch
        {
            null => [.. Enumerable.Repeat(1.0 / _characters.Length, _characters.Length)],
            bool[] allowed => Shares(allowed),
            double[] given => given,
            _ => throw ContractErrors.WrongMaskType(ToString(), characters, "bool[] or double[] for the characters"),
        };
        return probabilities.Length == _characters.Length
            ? probabilities : throw ContractErrors.BadMask(ToString(), probabilities.Length, _characters.Length);
    }

    private static double[] Shares(bool[] allowed)
    {
        int count = allowed.Count(each => each);
        return [.. allowed.Select(each => each ? 1.0 / count : 0)];
    }

    private static int LengthOf(string value) => value.EnumerateRunes().Count();
}
