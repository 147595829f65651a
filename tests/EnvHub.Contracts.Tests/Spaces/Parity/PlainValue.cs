using System.Text.Json.Nodes;

namespace EnvHub.Contracts.Tests;

/// <summary>Values as the nested lists that <c>space_parity.py</c> prints.</summary>
internal static class PlainValue
{
    public static JsonNode? Of(Space space, object value) => (space, value) switch
    {
        (TupleSpace tuple, IReadOnlyList<object> parts) => List(tuple.Spaces.Select((part, i) => Of(part, parts[i]))),
        (DictSpace dict, IReadOnlyDictionary<string, object> parts) => List(dict.Spaces.Select((part, i) => Of(part, parts[dict.Keys[i]]))),
        (OneOfSpace oneOf, OneOfValue one) => List([one.Index, Of(oneOf.Spaces[one.Index], one.Value)]),
        (SequenceSpace sequence, IReadOnlyList<object> items) => List(items.Select(item => Of(sequence.Items, item))),
        (GraphSpace graph, GraphInstance instance) => List(
            [List(instance.Nodes.Select(node => Of(graph.NodeSpace, node))),
            instance.Edges is null ? null : List(instance.Edges.Select(edge => Of(graph.EdgeSpace!, edge))),
            instance.EdgeLinks is null ? null : List(instance.EdgeLinks.SelectMany(link => new JsonNode?[] { link.From, link.To }))]),
        (_, string text) => text,
        (_, long number) => number,
        (_, Array numbers) => List(numbers.Cast<object>().Select(Number)),
        _ => throw new ArgumentException($"{space} has a value of type {value.GetType()}"),
    };

    /// <summary>Whether two such values are the same, numbers by value to the last digit.</summary>
    public static bool Same(JsonNode? ours, JsonNode? theirs) => (ours, theirs) switch
    {
        (null, null) => true,
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right, Same).All(same => same),
        (JsonValue left, JsonValue right) => left.ToString() == right.ToString() || SameNumber(left.ToString(), right.ToString()),
        _ => false,
    };

    private static bool SameNumber(string ours, string theirs) => !long.TryParse(ours, out _) | !long.TryParse(theirs, out _)
        && double.TryParse(ours, out double left) && double.TryParse(theirs, out double right) && left == right;

    private static JsonNode Number(object value) => value switch
    {
        float number => JsonValue.Create((double)number),
        double number => JsonValue.Create(number),
        Half number => JsonValue.Create((double)number),
        bool flag => JsonValue.Create(flag ? 1 : 0),
        ulong number => JsonValue.Create(number),
        _ => JsonValue.Create(Convert.ToInt64(value, null)),
    };

    private static JsonArray List(IEnumerable<JsonNode?> nodes) => [.. nodes];
}
