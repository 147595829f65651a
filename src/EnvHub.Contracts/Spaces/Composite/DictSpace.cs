namespace EnvHub.Contracts;

/// <summary>A value of each of several spaces, by key. Means what <c>gymnasium.spaces.Dict</c> means.</summary>
/// <remarks>A value is a dictionary of the spaces' own values: <c>new Dictionary&lt;string, object&gt; { ["speed"] = new float[] { 0.5f } }</c>.
/// The order of its entries does not matter; samples come in the space's order.</remarks>
public sealed class DictSpace : CompositeSpace<IReadOnlyDictionary<string, object>>
{
    private readonly string[] _keys;

    /// <summary>In the order of the keys, as Gymnasium sorts a plain mapping; an <see cref="OrderedDictionary{TKey, TValue}"/> keeps its
    /// own.</summary>
    /// <exception cref="HubException">EH1004 the flattened form is longer than an array.</exception>
    public DictSpace(IReadOnlyDictionary<string, Space> spaces) : this(Sort(spaces)) { }

    /// <summary>In the order given, as Gymnasium takes a sequence of pairs.</summary>
    /// <exception cref="HubException">EH1004 the flattened form is longer than an array; EH1024 a key is given twice.</exception>
    public DictSpace(params (string Key, Space Space)[] spaces) : base("DictSpace", Checked(spaces).Select(pair => pair.Space)) =>
        _keys = [.. spaces.Select(pair => pair.Key)];

    /// <summary>The keys, in the order of <see cref="CompositeSpace{T}.Spaces"/>.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <inheritdoc/>
    public override bool Equals(Space? other) =>
        other is DictSpace that && _keys.AsSpan().SequenceEqual(that._keys) && Spaces.SequenceEqual(that.Spaces);

    /// <inheritdoc/>
    public override int GetHashCode() => _keys.Aggregate(Spaces.Aggregate(2, HashCode.Combine), HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => $"Dict({string.Join(", ", _keys.Zip(Spaces, (key, space) => $"'{key}': {space}"))})";

    private protected override bool HasParts(IReadOnlyDictionary<string, object> value) =>
        value.Count == _keys.Length && _keys.All(value.ContainsKey);

    private protected override object? Part(IReadOnlyDictionary<string, object> value, int index) => value[_keys[index]];

    private protected override IReadOnlyDictionary<string, object> Compose(object[] parts)
    {
        var value = new OrderedDictionary<string, object>(parts.Length);
        for (int i = 0; i < parts.Length; i++) value.Add(_keys[i], parts[i]);
        return value;
    }

    private protected override object?[] PartMasks(object mask)
    {
        if (mask is not IReadOnlyDictionary<string, object?> masks)
            throw ContractErrors.WrongMaskType(ToString(), mask, "IReadOnlyDictionary<string, object?>, a mask or null per key");
        if (masks.Count != _keys.Length || !_keys.All(masks.ContainsKey)) throw ContractErrors.BadMask(ToString(), masks.Count, _keys.Length);
        return [.. _keys.Select(key => masks[key])];
    }

    private static (string, Space)[] Sort(IReadOnlyDictionary<string, Space> spaces)
    {
        ArgumentNullException.ThrowIfNull(spaces);
        var pairs = spaces.Select(pair => (pair.Key, pair.Value));
        return [.. spaces is OrderedDictionary<string, Space> ? pairs : pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    private static (string Key, Space Space)[] Checked((string Key, Space Space)[] spaces)
    {
        ArgumentNullException.ThrowIfNull(spaces);
        HashSet<string> keys = [];
        foreach (var (key, _) in spaces)
            if (!keys.Add(key)) throw ContractErrors.KeyTwice(key);
        return spaces;
    }
}
