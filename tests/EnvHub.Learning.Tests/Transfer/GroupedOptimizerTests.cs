using System.Text.Json;

namespace EnvHub.Learning.Tests;

public class GroupedOptimizerTests
{
    private static readonly JsonElement Fixture = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures/parameter_groups.json"))).RootElement;

    // Three groups with learning rates of their own; the first has no gradient for three steps.
    [Test]
    public void Step_GroupsOfWhichOneIsFrozenAtFirst_GivesPyTorchsParameters([Range(0, 3)] int rule)
    {
        var recorded = Fixture.GetProperty("cases")[rule];
        var options = new OptimizerOptions
        {
            Kind = Enum.Parse<OptimizerKind>(recorded.GetProperty("kind").GetString()!), WeightDecay = recorded.GetProperty("weightDecay").GetDouble(),
            Momentum = recorded.GetProperty("momentum").GetDouble(),
        };
        var optimizer = new GroupedOptimizer(HandMade.Backend, options, Groups());
        using var parameters = HandMade.Backend.VectorOf(Floats(Fixture.GetProperty("start")));
        int step = 0;
        foreach (var gradients in Fixture.GetProperty("gradients").EnumerateArray())
        {
            optimizer.IsFrozen = step++ < Fixture.GetProperty("frozenSteps").GetInt32();
            optimizer.Step(parameters, HandMade.Backend.VectorOf(Floats(gradients)), Fixture.GetProperty("learningRate").GetSingle());
        }
        Assert.That(parameters.ToArray(), Is.EqualTo(Floats(recorded.GetProperty("parameters"))).Within(1e-6));
    }

    [Test]
    public void ClearFrozen_WhileFrozen_ClearsTheFrozenGroupAlone()
    {
        var optimizer = new GroupedOptimizer(HandMade.Backend, new(), Groups());
        using var gradients = HandMade.Backend.VectorOf([.. Enumerable.Repeat(1f, 64)]);
        optimizer.ClearFrozen(gradients);
        Assert.That(gradients.ToArray(), Is.All.EqualTo(1f));
        optimizer.IsFrozen = true;
        optimizer.ClearFrozen(gradients);
        Assert.That(gradients.ToArray(), Is.EqualTo(Enumerable.Repeat(0f, 16).Concat(Enumerable.Repeat(1f, 48))));
    }

    [Test]
    public void LoadWhole_StateOfOneOptimizer_GoesOnAsThatOne()
    {
        float[] start = [.. Enumerable.Range(0, 64).Select(i => i / 64f)];
        using ParameterVector one = HandMade.Backend.VectorOf(start), many = HandMade.Backend.VectorOf(start), gradients = HandMade.Backend.VectorOf([.. start.Select(value => value - 0.4f)]);
        var whole = HandMade.Backend.CreateOptimizer(new(), 64);
        whole.Step(one, gradients, 0.01f);
        var state = new MemoryCheckpoint();
        whole.Save(state, "optimizer.");
        many.CopyFrom(one);
        ParameterGroup[] groups = [new(0, 16, 1, false), new(16, 48, 1, false)];
        var grouped = new GroupedOptimizer(HandMade.Backend, new(), groups);
        grouped.LoadWhole(state, "optimizer.");
        whole.Step(one, gradients, 0.01f);
        grouped.Step(many, gradients, 0.01f);
        Assert.That(many.ToArray(), Is.EqualTo(one.ToArray()));
    }

    [Test]
    public void Of_FrozenTrunk_GivesTwoGroups()
    {
        using var network = HandMade.Network([4, 3], true, 1, HandMade.Task("a", 2, 2), HandMade.Task("b", 3, 2));
        var groups = ParameterGroups.Of(network, 0.5, layer => layer < 2);
        Assert.That(groups.Select(group => (group.LearningRateFactor, group.CanFreeze)), Is.EqualTo(new[] { (0.5, true), (1.0, false) }));
        Assert.That(groups[0].Length + groups[1].Length, Is.EqualTo(network.Parameters.Length));
        Assert.That(groups[1].Offset, Is.EqualTo(network.Segments.First(segment => segment.Name == "head.a.weight").Offset));
    }

    private static ParameterGroup[] Groups()
    {
        int offset = 0;
        int[] sizes = [.. Fixture.GetProperty("sizes").EnumerateArray().Select(item => item.GetInt32())];
        return [.. sizes.Select((size, index) => new ParameterGroup((offset += size) - size, size,
            Fixture.GetProperty("factors")[index].GetDouble(), Fixture.GetProperty("freezes")[index].GetBoolean()))];
    }

    private static float[] Floats(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetSingle())];
}
