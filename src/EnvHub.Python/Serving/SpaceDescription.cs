using System.Text.Json.Nodes;

namespace EnvHub.Python;

/// <summary>Spaces as the JSON that both sides of the bridge read.</summary>
internal static class SpaceDescription
{
    public static JsonObject Write(Space space) => space switch
    {
        BoxSpace box => new() { ["type"] = "Box", ["shape"] = List(box.Shape), ["dtype"] = "float32", ["low"] = Bounds(box.Low), ["high"] = Bounds(box.High) },
        DiscreteSpace discrete => new() { ["type"] = "Discrete", ["n"] = discrete.Count, ["start"] = discrete.Start, ["dtype"] = "int64" },
        MultiDiscreteSpace many => new()
        {
            ["type"] = "MultiDiscrete",
            ["shape"] = List(many.Shape),
            ["nvec"] = List(many.Counts),
            ["start"] = new JsonArray([.. many.Starts.ToArray().Select(start => (JsonNode)start)]),
            ["dtype"] = "int64",
        },
        MultiBinarySpace binary => new() { ["type"] = "MultiBinary", ["shape"] = List(binary.Shape) },
        _ => throw ServingErrors.UnknownSpace(space),
    };

    private static JsonArray List(ReadOnlySpan<int> numbers) => [.. numbers.ToArray().Select(number => (JsonNode)number)];

    private static JsonNode Bounds(ReadOnlySpan<float> bounds) => bounds.Length > 0 && !bounds.ContainsAnyExcept(bounds[0])
        ? Bound(bounds[0]) : new JsonArray([.. bounds.ToArray().Select(Bound)]);

    private static JsonNode Bound(float bound) => float.IsFinite(bound) ? bound : bound > 0 ? "inf" : "-inf";
}
