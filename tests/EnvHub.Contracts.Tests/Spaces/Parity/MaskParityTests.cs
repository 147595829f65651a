using System.Text.Json.Nodes;

namespace EnvHub.Contracts.Tests;

/// <summary>Samples restricted by masks and weighted by probabilities, against the real Gymnasium.</summary>
public sealed class MaskParityTests
{
    private const ulong Seed = 123;   // space_parity.py's

    private static readonly bool[] Allowed = [false, true, true];
    private static readonly double[] Weights = [0.5, 0.25, 0.25];

    private static readonly (Space Space, object Mask, string Option)[] Cases =
    [
        (new DiscreteSpace(3, 5), Allowed, "mask"),
        (new DiscreteSpace(3, 5), new bool[3], "mask"),
        (new DiscreteSpace(3, 5, ElementType.Int8), Weights, "probability"),
        (new MultiDiscreteSpace([3, 2], [1, -4], [2]), new[] { false, true, true, true, false }, "mask"),
        (new MultiDiscreteSpace([3, 2], [1, -4], [2]), new[] { 0.5, 0.25, 0.25, 0, 1 }, "probability"),
        (new MultiBinarySpace(5), new sbyte[] { 0, 1, 2, 2, 2 }, "mask"),
        (new MultiBinarySpace(4), new[] { 0, 1, 0.5, 0.25 }, "probability"),
        (new TextSpace(6, 2, "abc"), new TextMask(4, Allowed), "mask"),
        (new TextSpace(6, 2, "abc"), new TextMask(null, Allowed), "mask"),
        (new TextSpace(6, 0, "abc"), new TextMask(3, new bool[3]), "mask"),
        (new TextSpace(6, 2, "abc"), new TextMask(null, Weights), "probability"),
        (new SequenceSpace(new DiscreteSpace(3)), new SequenceMask([2, 4, 7], Allowed), "mask"),
        (new SequenceSpace(new DiscreteSpace(3)), new SequenceMask(null, Weights), "probability"),
        (new SequenceSpace(new MultiBinarySpace(2)), new SequenceMask([3]), "mask"),
        (new GraphSpace(new DiscreteSpace(3), new DiscreteSpace(3)), new GraphMask { Nodes = Repeat(Allowed, 10), Edges = Allowed }, "mask"),
        (new GraphSpace(new DiscreteSpace(3), BoxSpace.Uniform(0, 1, 2)), new GraphMask { Nodes = Repeat(Weights, 10) }, "probability"),
        (new OneOfSpace(new DiscreteSpace(3), new MultiBinarySpace(2)), new object?[] { Allowed, null }, "mask"),
        (new TupleSpace(BoxSpace.Uniform(0, 1, 2), new DiscreteSpace(3)), new object?[] { null, Allowed }, "mask"),
        (new DictSpace(("b", new DiscreteSpace(3)), ("a", new TupleSpace(new DiscreteSpace(3)))),
            new Dictionary<string, object?> { ["a"] = new object?[] { Weights }, ["b"] = Weights }, "probability"),
    ];

    [Test]
    public void Sample_Masked_EqualsGymnasiums()
    {
        var rows = RealSpaces.Ask(Cases.Select(each => new JsonObject
        {
            ["space"] = SpaceJson.Write(each.Space),
            ["option"] = each.Option,
            ["mask"] = Of(each.Space, each.Mask),
        }));
        Assert.Multiple(() =>
        {
            foreach (var ((space, mask, _), row) in Cases.Zip(rows))
            {
                var sampler = space.CreateSampler(Seed);
                foreach (var theirs in row["samples"]!.AsArray())
                {
                    var ours = PlainValue.Of(space, sampler.Sample(mask));
                    Assert.That(PlainValue.Same(ours, theirs), Is.True, () => $"{space}\nours   {ours?.ToJsonString()}\ntheirs {theirs?.ToJsonString()}");
                }
            }
        });
    }

    [TestCase("a box", "EH1015")]
    [TestCase("a number for a mask", "EH1015")]
    [TestCase("too short", "EH1005")]
    [TestCase("too few spaces", "EH1005")]
    [TestCase("no distribution", "EH1007")]
    [TestCase("no length", "EH1015")]
    [TestCase("a length outside", "EH1022")]
    [TestCase("no character", "EH1021")]
    [TestCase("no node", "EH1026")]
    public void Sample_MaskOfAnotherForm_Refuses(string fault, string code)
    {
        var (space, mask) = fault switch
        {
            "a box" => ((Space)BoxSpace.Uniform(0, 1, 2), (object)Allowed),
            "a number for a mask" => (new DiscreteSpace(3), 1),
            "too short" => (new DiscreteSpace(4), Allowed),
            "too few spaces" => (new TupleSpace(new DiscreteSpace(3), new DiscreteSpace(3)), new object?[] { null }),
            "no distribution" => (new DiscreteSpace(2), new[] { 0.5, 0.4 }),
            "no length" => (new SequenceSpace(new DiscreteSpace(2)), new SequenceMask([])),
            "a length outside" => (new TextSpace(3), new TextMask(4)),
            "no character" => (new TextSpace(3, 1, "abc"), new TextMask(2, new bool[3])),
            _ => (new GraphSpace(new DiscreteSpace(2)), new GraphMask { NodeCount = 0 }),
        };
        Refusal.Expect(code, () => space.CreateSampler(1).Sample(mask));
    }

    // The form that space_parity.py takes: a kind and a value.
    private static JsonNode? Of(Space space, object? mask) => (space, mask) switch
    {
        (_, null) => null,
        (MultiDiscreteSpace multi, bool[] flat) => Tagged("list", Split(multi, flat)),
        (MultiDiscreteSpace multi, double[] flat) => Tagged("list", Split(multi, flat)),
        (_, bool[] allowed) => Tagged("mask", allowed.Select(JsonNode (each) => each ? 1 : 0)),
        (_, sbyte[] settings) => Tagged("mask", settings.Select(JsonNode (each) => each)),
        (_, double[] weights) => Tagged("probability", weights.Select(JsonNode (each) => each)),
        (_, TextMask text) => Tagged("pair", [text.Length is { } length ? new JsonArray("int", length) : null, Of(space, text.Characters)]),
        (SequenceSpace sequence, SequenceMask items) => Tagged("pair",
            [items.Lengths is { } lengths ? Tagged("lengths", lengths.Select(JsonNode (each) => each)) : null, Of(sequence.Items, items.Items)]),
        (_, GraphMask graph) => Tagged("pair", [OfNodes(graph), Of(space, graph.Edges)]),
        (OneOfSpace oneOf, object?[] masks) => Tagged("list", oneOf.Spaces.Zip(masks, Of)),
        (TupleSpace tuple, object?[] masks) => Tagged("list", tuple.Spaces.Zip(masks, Of)),
        (DictSpace dict, Dictionary<string, object?> masks) => Tagged("keys", dict.Keys.Zip(dict.Spaces, JsonNode (key, part) => new JsonArray(key, Of(part, masks[key])))),
        _ => throw new ArgumentException($"{space} takes no {mask}"),
    };

    private static JsonNode? OfNodes(GraphMask mask)
    {
        var nodes = new MultiDiscreteSpace([.. Enumerable.Repeat(3, mask.NodeCount)]);
        return Of(nodes, mask.Nodes);
    }

    private static IEnumerable<JsonNode?> Split<T>(MultiDiscreteSpace space, T[] flat)
    {
        int offset = 0;
        foreach (int count in space.Counts.ToArray())
        {
            yield return Of(new DiscreteSpace(count), flat[offset..(offset + count)]);
            offset += count;
        }
    }

    private static JsonArray Tagged(string kind, IEnumerable<JsonNode?> values) => [kind, new JsonArray([.. values])];

    private static T[] Repeat<T>(T[] values, int count) => [.. Enumerable.Repeat(values, count).SelectMany(each => each)];
}
