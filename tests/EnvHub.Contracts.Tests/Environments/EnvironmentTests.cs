using EnvHub.Numerics;

namespace EnvHub.Contracts.Tests;

public sealed class EnvironmentTests
{
    [Test]
    public void Step_NeverReset_Refuses()
    {
        using var corridor = new Corridor();
        Refusal.Expect("EH1103", () => corridor.Step(1), "Tests/Corridor-v1");
    }

    [Test]
    public void Step_AfterTheEnd_Refuses()
    {
        using var corridor = new Corridor(length: 2);
        corridor.Reset(seed: 0);
        while (!corridor.Step(1).Terminated) { }
        Refusal.Expect("EH1104", () => corridor.Step(1));
    }

    [Test]
    public void Step_AfterAFailedReset_Refuses()
    {
        using var environment = new Scripted();
        environment.Reset();
        environment.ResetCode = () => throw new InvalidOperationException("a fault in the start state");
        Assert.That(() => environment.Reset(), Throws.InvalidOperationException);
        Refusal.Expect("EH1104", () => environment.Step(0));
    }

    [Test]
    public void Step_ActionOutside_RefusesAndGoesOn()
    {
        using var corridor = new Corridor();
        corridor.Reset(seed: 0);
        Refusal.Expect("EH1102", () => corridor.Step(2), "action 2", "Discrete(2)");
        Assert.That(() => corridor.Step(1), Throws.Nothing);
    }

    [Test]
    public void Step_ArrayActionOutside_ShowsItsComponents()
    {
        using var slope = new Slope();
        slope.Reset(seed: 0);
        Refusal.Expect("EH1102", () => slope.Step([2.5f]), "[2.5]");
    }

    [Test]
    public void Reset_Seed_StartsTheGeneratorAsNumPyDoes()
    {
        using var corridor = new Corridor();
        corridor.Reset(seed: 42);
        var expected = new RandomGenerator(42);
        expected.Integers(2);
        Assert.That(corridor.Random.State, Is.EqualTo(expected.State));
    }

    [Test]
    public void Reset_NoSeed_LetsTheGeneratorGoOn()
    {
        using var corridor = new Corridor();
        corridor.Reset(seed: 42);
        var expected = new RandomGenerator(42);
        expected.Integers(2);
        Assert.That(Enumerable.Range(0, 20).Select(_ => corridor.Reset()).ToArray(), Is.EqualTo(Enumerable.Range(0, 20).Select(_ => expected.Integers(2)).ToArray()));
    }

    [Test]
    public void Random_NeverSeeded_DiffersBetweenCopies()
    {
        using Corridor first = new(), second = new();
        Assert.That(first.Random.NextUInt64(), Is.Not.EqualTo(second.Random.NextUInt64()));
    }

    [Test]
    public void Render_UnsupportedMode_SaysWhatIsSupported()
    {
        using var corridor = new Corridor();
        Refusal.Expect("EH1105", () => corridor.Render(RenderMode.Ansi), "Ansi", "none");
    }

    [Test]
    public void Constructor_SpaceOfAnotherType_Refuses() => Refusal.Expect("EH1106", () => _ = new Mistyped(), "Discrete(2)", "Single[]");

    [Test]
    public void Dispose_Twice_ReachesTheAuthorOnce()
    {
        var corridor = new Corridor();
        corridor.Dispose();
        corridor.Dispose();
        Assert.That(corridor.Disposals, Is.EqualTo(1));
    }

    private sealed class Mistyped() : Environment<float[], float[]>(Corridor.SpecOf(2, null, 0) with { ObservationSpace = BoxSpace.Uniform(0, 1, 1) })
    {
        protected override float[] OnReset() => [0];

        protected override StepResult<float[]> OnStep(float[] action) => new([0], 0);
    }
}
