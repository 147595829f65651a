using System.Text.Json.Nodes;

namespace EnvHub.Contracts;

/// <summary>Values of a space to JSON.</summary>
internal static class SampleWriter
{
    public static JsonNode Write(Space space, IReadOnlyList<object> values) => space switch
    {
        TupleSpace tuple => List(tuple.Spaces.Select((part, i) => Write(part, [.. values.Select(value => Parts(tuple, value)[i])]))),
        DictSpace dict => new JsonObject(dict.Keys.Select((key, i) =>
            KeyValuePair.Create<string, JsonNode?>(key, Write(dict.Spaces[i], [.. values.Select(value => Entries(dict, value)[key])])))),
        SequenceSpace { Stack: true } sequence => Stacked(sequence.Items, [.. values.Select(value => Items(sequence, value))]),
        SequenceSpace sequence => List(values.Select(value => Write(sequence.Items, Items(sequence, value)))),
        _ => List(values.Select(value => One(space, value))),
    };

    private static JsonNode One(Space space, object value)
    {
        if (!space.ContainsObject(value)) throw ContractErrors.BadValueJson(space.ToString(), $"the value {SpaceText.Value(value)} is not in it.");
        return value switch
        {
            OneOfValue one => new JsonArray(one.Index, OneOf(((OneOfSpace)space).Spaces[one.Index], one.Value)),
            GraphInstance graph => Graph((GraphSpace)space, graph),
            Array numbers => Nested(numbers, space.Shape, 0),
            string text => JsonValue.Create(text),
            _ => NumberJson.Of((long)value),
        };
    }

    // The one value without its list; of a space whose samples are no list, all of it.
    private static JsonNode OneOf(Space space, object value) =>
        space is CompositeSpace<IReadOnlyList<object>> or DictSpace ? Write(space, [value]) : Write(space, [value])[0]!.DeepClone();

    private static JsonObject Graph(GraphSpace space, GraphInstance graph)
    {
        JsonObject json = new() { ["nodes"] = List(graph.Nodes.Select(node => One(space.NodeSpace, node))) };
        if (graph.Edges is null || graph.EdgeLinks is null) return json;
        json["edges"] = List(graph.Edges.Select(edge => One(space.EdgeSpace!, edge)));
        json["edge_links"] = List(graph.EdgeLinks.Select(JsonNode (link) => new JsonArray(link.From, link.To)));
        return json;
    }

    // Of stacked items Gymnasium keeps one array per part, not one value per item.
    private static JsonNode Stacked(Space space, IReadOnlyList<IReadOnlyList<object>> values) => space switch
    {
        TupleSpace tuple => List(tuple.Spaces.Select((part, i) => Stacked(part, [.. values.Select(items => Pick(items, item => Parts(tuple, item)[i]))]))),
        DictSpace dict => new JsonObject(dict.Keys.Select((key, i) => KeyValuePair.Create<string, JsonNode?>(
            key, Stacked(dict.Spaces[i], [.. values.Select(items => Pick(items, item => Entries(dict, item)[key]))])))),
        _ => List(values.Select(items => Write(space, items))),
    };

    private static JsonNode Nested(Array numbers, ReadOnlySpan<int> shape, int first)
    {
        if (shape.IsEmpty) return Number(numbers.GetValue(first)!);
        JsonArray list = [];
        int size = 1;
        foreach (int length in shape[1..]) size *= length;
        for (int i = 0; i < shape[0]; i++) list.Add(Nested(numbers, shape[1..], first + i * size));
        return list;
    }

    // As Python prints it: a float32 as the double that it is.
    private static JsonNode Number(object value) => value switch
    {
        float number => NumberJson.Of((double)number),
        double number => NumberJson.Of(number),
        Half number => NumberJson.Of((double)number),
        bool flag => JsonValue.Create(flag),
        ulong number => JsonValue.Create(number),
        _ => JsonValue.Create(Convert.ToInt64(value, null)),
    };

    private static IReadOnlyList<object> Parts(TupleSpace space, object value) =>
        value is IReadOnlyList<object> parts && parts.Count == space.Spaces.Count ? parts : throw WrongType(space, value);

    private static IReadOnlyDictionary<string, object> Entries(DictSpace space, object value) =>
        value is IReadOnlyDictionary<string, object> entries && space.Keys.All(entries.ContainsKey) ? entries : throw WrongType(space, value);

    private static IReadOnlyList<object> Items(SequenceSpace space, object value) => value as IReadOnlyList<object> ?? throw WrongType(space, value);

    private static IReadOnlyList<object> Pick(IReadOnlyList<object> items, Func<object, object> part) => [.. items.Select(part)];

    private static HubException WrongType(Space space, object value) =>
        ContractErrors.BadValueJson(space.ToString(), $"the value is of type {value?.GetType().Name ?? "null"}, not of the space's.");

    private static JsonArray List(IEnumerable<JsonNode> nodes) => [.. nodes];
}
