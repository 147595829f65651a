using System.Text.Json.Nodes;

namespace EnvHub.Contracts.Tests;

/// <summary>1,000 random spaces against the real Gymnasium: samples of the same seed, and their flattened forms there and back.</summary>
public sealed class SpaceParityTests
{
    private const ulong Seed = 123;   // space_parity.py's
    private const int Count = 1000;

    private (Space Space, JsonNode Row)[] _cases = [];

    [OneTimeSetUp]
    public void AskGymnasium()
    {
        var random = new RandomSpaces(20251121);
        Space[] spaces = [.. Enumerable.Range(0, Count).Select(_ => random.Next())];
        _cases = [.. spaces.Zip(RealSpaces.Ask(spaces.Select(space => new JsonObject { ["space"] = SpaceJson.Write(space) })))];
        Assert.That(_cases, Has.Length.EqualTo(Count));
    }

    [Test]
    public void Sample_ThousandRandomSpaces_EqualGymnasiums() => Assert.Multiple(() =>
    {
        foreach (var (space, row) in _cases)
        {
            var sampler = space.CreateSampler(Seed);
            foreach (var theirs in row["samples"]!.AsArray())
            {
                var ours = PlainValue.Of(space, sampler.Sample());
                Assert.That(PlainValue.Same(ours, theirs), Is.True, () => $"{space}\nours   {ours?.ToJsonString()}\ntheirs {theirs?.ToJsonString()}");
            }
        }
    });

    [Test]
    public void Contains_OwnSamples_AgreesWithGymnasium() => Assert.Multiple(() =>
    {
        foreach (var (space, row) in _cases)
        {
            var sampler = space.CreateSampler(Seed);
            foreach (var theirs in row["contains"]!.AsArray())
                Assert.That(space.ContainsObject(sampler.Sample()), Is.EqualTo(theirs!.GetValue<bool>()), space.ToString());
        }
    });

    [Test]
    public void Flatten_ThousandRandomSpaces_EqualsGymnasiumsAsFloats() => Assert.Multiple(() =>
    {
        foreach (var (space, row) in _cases)
        {
            var sampler = space.CreateSampler(Seed);
            foreach (var theirs in row["flat"]!.AsArray())
            {
                float[] flat = new float[space.FlatSize], fromElements = new float[space.FlatSize], elements = new float[space.ElementSize];
                object value = sampler.Sample();
                space.FlattenObject(value, flat);
                Assert.That(flat, Is.EqualTo(theirs!.AsArray().Select(number => (float)number!.GetValue<double>())), space.ToString());
                space.WriteObject(value, elements);
                space.FlattenElements(elements, fromElements);
                Assert.That(fromElements, Is.EqualTo(flat), space.ToString());
            }
        }
    });

    [Test]
    public void Unflatten_WhatFloatsHoldExactly_EqualsGymnasiums()
    {
        int compared = 0;
        foreach (var (space, row) in _cases)
        {
            foreach (var (flat, back) in row["flat"]!.AsArray().Zip(row["back"]!.AsArray()))
            {
                double[] numbers = [.. flat!.AsArray().Select(number => number!.GetValue<double>())];
                if (back is null || !numbers.All(number => (float)number == number && Math.Abs(number) < 1L << 53)) continue;
                var ours = PlainValue.Of(space, space.UnflattenObject([.. numbers.Select(number => (float)number)]));
                Assert.That(PlainValue.Same(ours, back), Is.True, () => $"{space}\nours   {ours?.ToJsonString()}\ntheirs {back?.ToJsonString()}");
                compared++;
            }
        }
        Assert.That(compared, Is.GreaterThan(Count));
    }

    [Test]
    public void Flatten_OfSpacesWithoutOneSize_IsRefusedWhereGymnasiumHasNone() => Assert.Multiple(() =>
    {
        foreach (var (space, row) in _cases)
            Assert.That(space.IsFlattenable, Is.EqualTo(row["flat"]!.AsArray().Count > 0), space.ToString());
    });

    [Test]
    public void SpaceJson_ThousandRandomSpaces_ComeBackEqual() => Assert.Multiple(() =>
    {
        foreach (var (space, _) in _cases) Assert.That(SpaceJson.Read(SpaceJson.Write(space)), Is.EqualTo(space));
    });
}
