namespace EnvHub.Contracts.Tests;

public sealed class StepGuardTests
{
    private const int Copies = 3;

    private static readonly EnvironmentSpec Corridor = Tests.Corridor.SpecOf(length: 5, limit: null, firstAction: 10);
    private static readonly EnvironmentSpec Slope = Tests.Slope.SpecOf(limit: null);

    [TestCase(0), TestCase(1)]
    public void CheckDiscrete_ActionsWithin_Passes(int action) =>
        Assert.That(() => StepGuard.CheckDiscrete(Corridor, Copies, isReset: true, new int[] { action, 0, 1 }, Arena(Corridor).Buffers), Throws.Nothing);

    [TestCase(-1), TestCase(2), TestCase(int.MinValue)]
    public void CheckDiscrete_ActionOutside_NamesCopyActionAndRange(int action) => Refusal.Expect("EH1102",
        () => StepGuard.CheckDiscrete(Corridor, Copies, isReset: true, new int[] { 0, 1, action }, Arena(Corridor).Buffers), $"action {action} for copy 2", "0..1");

    [Test]
    public void CheckDiscrete_NotReset_Refuses() =>
        Refusal.Expect("EH1103", () => StepGuard.CheckDiscrete(Corridor, Copies, isReset: false, new int[Copies], Arena(Corridor).Buffers));

    [Test]
    public void CheckDiscrete_TooFewActions_NamesTheBuffer() =>
        Refusal.Expect("EH1101", () => StepGuard.CheckDiscrete(Corridor, Copies, isReset: true, new int[2], Arena(Corridor).Buffers), "actions", "2 elements", "must have 3");

    [Test]
    public void CheckElements_NaN_NamesItsCopy() => Refusal.Expect("EH1102",
        () => StepGuard.CheckElements(Slope, Copies, isReset: true, new ActionBatch([0f, float.NaN, 0f]), Arena(Slope).Buffers), "NaN for copy 1");

    [Test]
    public void CheckElements_DiscreteActionsGiven_Refuses() =>
        Refusal.Expect("EH1101", () => StepGuard.CheckElements(Slope, Copies, isReset: true, new int[Copies], Arena(Slope).Buffers), "actions", "0 elements");

    [Test]
    public void CheckElements_BuffersOfAnotherSize_NamesTheFirst() =>
        Refusal.Expect("EH1101", () => StepGuard.CheckElements(Slope, Copies, isReset: true, new ActionBatch(new float[Copies]), new StepArena(Copies, 3).Buffers), "observations", "9", "6");

    [Test]
    public void CheckReset_NoSeeds_Passes() => Assert.That(() => StepGuard.CheckReset(Slope, Copies, [], new float[6]), Throws.Nothing);

    [Test]
    public void CheckReset_TooFewSeeds_NamesThem() => Refusal.Expect("EH1101", () => StepGuard.CheckReset(Slope, Copies, new ulong[2], new float[6]), "seeds");

    private static StepArena Arena(EnvironmentSpec spec) => new(Copies, spec.ObservationSpace.ElementSize);
}
