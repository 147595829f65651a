using System.Text.Json;

namespace EnvHub.Contracts;

/// <summary>Values of a space from JSON.</summary>
internal static class SampleReader
{
    public static IReadOnlyList<object> Read(Space space, JsonElement json) => space switch
    {
        TupleSpace tuple => Together(tuple.Spaces.Count, i => Read(tuple.Spaces[i], Item(tuple, json, i)), parts => parts),
        DictSpace dict => Together(dict.Spaces.Count, i => Read(dict.Spaces[i], Entry(dict, json, dict.Keys[i])), parts => Compose(dict, parts)),
        SequenceSpace { Stack: true } sequence => [.. Stacked(sequence.Items, json)],
        SequenceSpace sequence => [.. Items(sequence, json).Select(items => Read(sequence.Items, items))],
        _ => [.. Items(space, json).Select(value => One(space, value))],
    };

    private static object One(Space space, JsonElement json)
    {
        object? value = space switch
        {
            OneOfSpace oneOf => OneOf(oneOf, json),
            GraphSpace graph => Graph(graph, json),
            IBoxBounds box => box.ReadNumbers(Flat(space, json)),
            MultiDiscreteSpace => Numbers<long>(Flat(space, json)),
            MultiBinarySpace => Numbers<sbyte>(Flat(space, json)),
            TextSpace => json.ValueKind == JsonValueKind.String ? json.GetString() : null,
            _ => NumberJson.TryRead(json, out long number) ? number : null,
        };
        return value is not null && space.ContainsObject(value) ? value : throw Bad(space, json);
    }

    /// <summary>The numbers; null where one of them is none of that type.</summary>
    public static T[]? Numbers<T>(IReadOnlyList<JsonElement> json) where T : unmanaged
    {
        var numbers = new T[json.Count];
        for (int i = 0; i < numbers.Length; i++)
            if (!NumberJson.TryRead(json[i], out numbers[i])) return null;
        return numbers;
    }

    private static OneOfValue OneOf(OneOfSpace space, JsonElement json)
    {
        if (Items(space, json) is not [var index, var value] || !NumberJson.TryRead(index, out int chosen) || (uint)chosen >= (uint)space.Spaces.Count)
            throw Bad(space, json);
        var part = space.Spaces[chosen];
        bool isList = part is not (CompositeSpace<IReadOnlyList<object>> or DictSpace);
        return new(chosen, Read(part, isList ? JsonSerializer.SerializeToElement(new[] { value }) : value)[0]);
    }

    private static GraphInstance Graph(GraphSpace space, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("nodes", out var nodes)) throw Bad(space, json);
        object[] read = [.. Items(space, nodes).Select(node => One(space.NodeSpace, node))];
        if (space.EdgeSpace is null || !json.TryGetProperty("edges", out var edges) || !json.TryGetProperty("edge_links", out var links)) return new(read);
        return new(read, [.. Items(space, edges).Select(edge => One(space.EdgeSpace, edge))], [.. Items(space, links).Select(link => Link(space, link))]);
    }

    private static (int From, int To) Link(GraphSpace space, JsonElement json) =>
        Items(space, json) is [var from, var to] && NumberJson.TryRead(from, out int first) && NumberJson.TryRead(to, out int second)
            ? (first, second) : throw Bad(space, json);

    private static IEnumerable<IReadOnlyList<object>> Stacked(Space space, JsonElement json) => space switch
    {
        TupleSpace tuple => Unstack(tuple.Spaces.Count, i => Stacked(tuple.Spaces[i], Item(tuple, json, i)), parts => parts),
        DictSpace dict => Unstack(dict.Spaces.Count, i => Stacked(dict.Spaces[i], Entry(dict, json, dict.Keys[i])), parts => Compose(dict, parts)),
        _ => Items(space, json).Select(items => Read(space, items)),
    };

    private static IEnumerable<IReadOnlyList<object>> Unstack(int parts, Func<int, IEnumerable<IReadOnlyList<object>>> read, Func<object[], object> compose)
    {
        IReadOnlyList<object>[][] columns = [.. Enumerable.Range(0, parts).Select(i => read(i).ToArray())];
        for (int value = 0; value < columns.Select(column => column.Length).DefaultIfEmpty().Min(); value++)
            yield return Together(parts, i => columns[i][value], compose);
    }

    // One list per part becomes one value per place.
    private static IReadOnlyList<object> Together(int parts, Func<int, IReadOnlyList<object>> read, Func<object[], object> compose)
    {
        IReadOnlyList<object>[] columns = [.. Enumerable.Range(0, parts).Select(read)];
        return [.. Enumerable.Range(0, columns.Select(column => column.Count).DefaultIfEmpty().Min()).Select(i => compose([.. columns.Select(column => column[i])]))];
    }

    private static OrderedDictionary<string, object> Compose(DictSpace space, object[] parts) =>
        new(space.Keys.Select((key, i) => KeyValuePair.Create(key, parts[i])));

    private static List<JsonElement> Flat(Space space, JsonElement json)
    {
        List<JsonElement> numbers = [];
        Walk(json, 0);
        return numbers;

        void Walk(JsonElement part, int depth)
        {
            if (depth == space.Shape.Length)
            {
                numbers.Add(part);
                return;
            }
            if (part.ValueKind != JsonValueKind.Array || part.GetArrayLength() != space.Shape[depth]) throw Bad(space, json);
            foreach (var item in part.EnumerateArray()) Walk(item, depth + 1);
        }
    }

    private static JsonElement Item(TupleSpace space, JsonElement json, int index) =>
        json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == space.Spaces.Count ? json[index] : throw Bad(space, json);

    private static JsonElement Entry(DictSpace space, JsonElement json, string key) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key, out var entry) ? entry : throw Bad(space, json);

    private static JsonElement[] Items(Space space, JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : throw Bad(space, json);

    private static HubException Bad(Space space, JsonElement json)
    {
        string text = json.GetRawText();
        return ContractErrors.BadValueJson(space.ToString(), $"{(text.Length > 80 ? text[..80] + "..." : text)} is no value of it.");
    }
}
