using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Envs.Gymnasium;

/// <summary>Makes the hub's spaces from a worker's description.</summary>
internal static class SpaceReader
{
    /// <exception cref="HubException">EH4402 the hub has no such space.</exception>
    public static Space Read(string id, string what, JsonNode json) => (string?)json["type"] switch
    {
        "Box" => Box(json),
        "Discrete" => new DiscreteSpace((int)json["n"]!, (long)json["start"]!),
        "MultiDiscrete" => new MultiDiscreteSpace(List<int>(json["nvec"]!), List<long>(json["start"]!), List<int>(json["shape"]!)),
        "MultiBinary" => new MultiBinarySpace(List<int>(json["shape"]!)),
        var other => throw GymnasiumErrors.Refused(id, $"its {what} space is a {other}, which the bridge does not take. Wrap the environment."),
    };

    private static BoxSpace Box(JsonNode json)
    {
        int[] shape = List<int>(json["shape"]!);
        int size = shape.Aggregate(1, (product, length) => product * length);
        return new(Bounds(json["low"]!, size), Bounds(json["high"]!, size), shape);
    }

    private static T[] List<T>(JsonNode json) => json.Deserialize<T[]>()!;

    private static float[] Bounds(JsonNode json, int size) =>
        json is JsonArray list ? [.. list.Select(bound => Number(bound!))] : [.. Enumerable.Repeat(Number(json), size)];

    private static float Number(JsonNode json) => json.GetValueKind() == JsonValueKind.Number ? (float)(double)json : (string?)json switch
    {
        "inf" => float.PositiveInfinity,
        "-inf" => float.NegativeInfinity,
        _ => float.NaN,
    };
}
