using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnvHub.Contracts.Tests;

/// <summary>Values as JSON beside the real Gymnasium's <c>to_jsonable</c>.</summary>
public sealed class SampleJsonTests
{
    private const int Seed = 7, Samples = 4;

    private static readonly Space[] Spaces =
    [
        BoxSpace.Uniform(-1, 1, 2, 3), BoxSpace.UniformOf<long>(-5, 5, 3), BoxSpace.UniformOf<bool>(false, true, 2), BoxSpace.Uniform(0, 1),
        new DiscreteSpace(5, -2), new MultiDiscreteSpace([3, 4]), new MultiBinarySpace(4), new TextSpace(6, characters: "abc"),
        new TupleSpace(new DiscreteSpace(3), BoxSpace.Uniform(0, 2, 2)),
        new DictSpace(("far", new DiscreteSpace(4)), ("near", new TupleSpace(new MultiBinarySpace(2), new DiscreteSpace(2)))),
        new SequenceSpace(BoxSpace.Uniform(0, 1, 2)), new SequenceSpace(new DictSpace(("a", new DiscreteSpace(3)))),
        new SequenceSpace(BoxSpace.Uniform(0, 1, 2), stack: true), new SequenceSpace(new DictSpace(("a", new DiscreteSpace(3)), ("b", new MultiBinarySpace(2))), stack: true),
        new GraphSpace(BoxSpace.Uniform(0, 1, 2), new DiscreteSpace(3)), new GraphSpace(new DiscreteSpace(4), null),
        new OneOfSpace(new DiscreteSpace(3), BoxSpace.Uniform(0, 1, 2), new TextSpace(3)),
    ];

    private static readonly Lazy<JsonNode[]> Theirs = new(() => RealSpaces.Ask(Spaces.Select(space => new JsonObject
    {
        ["space"] = SpaceJson.Write(space), ["jsonable"] = Samples, ["seed"] = Seed,
    })));

    private static int[] Indexes => [.. Enumerable.Range(0, Spaces.Length)];

    [TestCaseSource(nameof(Indexes))]
    public void WriteSamples_AnySpace_EqualsToJsonable(int index) =>
        Assert.That(Same(SpaceJson.WriteSamples(Spaces[index], Draw(index)), Theirs.Value[index]), Is.True, $"{Spaces[index]}: {Theirs.Value[index]}");

    [TestCaseSource(nameof(Indexes))]
    public void ReadSamples_WhatGymnasiumWrote_GivesTheSamples(int index)
    {
        var read = SpaceJson.ReadSamples(Spaces[index], JsonSerializer.SerializeToElement(Theirs.Value[index]));
        Assert.That(read.Select(value => PlainValue.Of(Spaces[index], value)!.ToJsonString()),
            Is.EqualTo(Draw(index).Select(value => PlainValue.Of(Spaces[index], value)!.ToJsonString())));
    }

    [Test]
    public void ReadSamples_CompositeOfAOneOf_ComesBack()
    {
        var space = new OneOfSpace(new TupleSpace(new DiscreteSpace(3), new DiscreteSpace(2)), new DictSpace(("a", new DiscreteSpace(2))));
        object[] values = [new OneOfValue(0, new object[] { 2L, 1L }), new OneOfValue(1, new Dictionary<string, object> { ["a"] = 1L })];
        var read = SpaceJson.ReadSamples(space, JsonSerializer.SerializeToElement(SpaceJson.WriteSamples(space, values)));
        Assert.That(read.Select(value => PlainValue.Of(space, value)!.ToJsonString()), Is.EqualTo(new[] { "[0,[2,1]]", "[1,[1]]" }));
    }

    [TestCase("[7]")]
    [TestCase("[\"a\"]")]
    [TestCase("{}")]
    public void ReadSamples_NoValueOfTheSpace_IsRefused(string json) => Assert.That(
        () => SpaceJson.ReadSamples(new DiscreteSpace(5), JsonElement.Parse(json)), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH1014"));

    private static object[] Draw(int index)
    {
        var sampler = Spaces[index].CreateSampler(Seed);
        return [.. Enumerable.Range(0, Samples).Select(_ => sampler.Sample())];
    }

    private static bool Same(JsonNode? ours, JsonNode? theirs) => (ours, theirs) switch
    {
        (JsonObject left, JsonObject right) => left.Count == right.Count && left.All(entry => Same(entry.Value, right[entry.Key])),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right, Same).All(same => same),
        _ => PlainValue.Same(ours, theirs),
    };
}
