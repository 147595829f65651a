using System.Text.Json.Nodes;

namespace EnvHub.Contracts;

/// <summary>Spaces to JSON.</summary>
internal static class SpaceWriter
{
    public static JsonObject Write(Space space) => space switch
    {
        IBoxBounds box => new()
        {
            ["type"] = "Box",
            ["shape"] = Numbers(space.Shape),
            ["dtype"] = box.ElementType.Name(),
            ["low"] = Bounds(space.ElementSize, box.LowJson),
            ["high"] = Bounds(space.ElementSize, box.HighJson),
        },
        DiscreteSpace discrete => new()
        {
            ["type"] = "Discrete",
            ["n"] = discrete.Count,
            ["start"] = discrete.Start,
            ["dtype"] = discrete.ElementType.Name(),
        },
        MultiDiscreteSpace multi => new()
        {
            ["type"] = "MultiDiscrete",
            ["shape"] = Numbers(multi.Shape),
            ["nvec"] = Numbers(multi.Counts),
            ["start"] = Numbers(multi.Starts),
            ["dtype"] = multi.ElementType.Name(),
        },
        MultiBinarySpace binary => new() { ["type"] = "MultiBinary", ["shape"] = Numbers(binary.Shape) },
        TextSpace text => new()
        {
            ["type"] = "Text",
            ["minLength"] = text.MinLength,
            ["maxLength"] = text.MaxLength,
            ["characters"] = text.Characters,
        },
        _ => Composite(space),
    };

    private static JsonObject Composite(Space space) => space switch
    {
        TupleSpace tuple => new() { ["type"] = "Tuple", ["spaces"] = List(tuple.Spaces.Select(JsonNode (part) => Write(part))) },
        OneOfSpace oneOf => new() { ["type"] = "OneOf", ["spaces"] = List(oneOf.Spaces.Select(JsonNode (part) => Write(part))) },
        DictSpace dict => new()
        {
            ["type"] = "Dict",
            ["spaces"] = List(dict.Keys.Zip(dict.Spaces, JsonNode (key, part) => new JsonArray(key, Write(part)))),
        },
        SequenceSpace sequence => new() { ["type"] = "Sequence", ["space"] = Write(sequence.Items), ["stack"] = sequence.Stack },
        GraphSpace graph => new()
        {
            ["type"] = "Graph",
            ["nodeSpace"] = Write(graph.NodeSpace),
            ["edgeSpace"] = graph.EdgeSpace is null ? null : Write(graph.EdgeSpace),
        },
        _ => throw new System.Diagnostics.UnreachableException($"{space.GetType()} has no JSON."),
    };

    // One number where all are the same: an image's bounds are not written 200,000 times.
    private static JsonNode Bounds(int count, Func<int, JsonNode> bound)
    {
        JsonNode[] bounds = [.. Enumerable.Range(0, count).Select(bound)];
        return count > 0 && Array.TrueForAll(bounds, each => JsonNode.DeepEquals(each, bounds[0])) ? bounds[0] : new JsonArray(bounds);
    }

    private static JsonArray Numbers<T>(ReadOnlySpan<T> values)
    {
        JsonArray array = [];
        foreach (var value in values) array.Add(JsonValue.Create(value));
        return array;
    }

    private static JsonArray List(IEnumerable<JsonNode> nodes) => [.. nodes];
}
