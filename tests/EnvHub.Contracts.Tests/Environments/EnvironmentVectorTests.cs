using EnvHub.Numerics;

namespace EnvHub.Contracts.Tests;

public sealed class EnvironmentVectorTests
{
    [Test]
    public void Reset_Seeds_DrawWhatEachCopysGeneratorDraws()
    {
        using var vector = Corridors(copies: 20);
        var arena = new StepArena(vector);
        ulong[] seeds = [.. Enumerable.Range(100, 20).Select(seed => (ulong)seed)];
        vector.Reset(seeds, arena.Observations);
        Assert.That(arena.Observations.ToArray(), Is.EqualTo(seeds.Select(seed => (float)new RandomGenerator(seed).Integers(2))));
    }

    [Test]
    public void Step_EpisodeTerminates_ShowsOldEndAndNewStart()
    {
        using var vector = Corridors(copies: 1, length: 3);
        var arena = Reset(vector);
        while (arena.Observations[0] != 1) StepAll(vector, arena, action: 1);
        StepAll(vector, arena, action: 1);
        Assert.That((arena.FinalObservations[0], arena.Rewards[0], arena.Terminated[0], arena.Truncated[0]), Is.EqualTo((2f, 1.0, true, false)));
        Assert.That(arena.Observations[0], Is.AnyOf(0f, 1f));
    }

    [Test]
    public void Step_AutoresetContinuesTheGenerator_AsUnseededResetsDo()
    {
        using var vector = Corridors(copies: 1, length: 3);
        var arena = Reset(vector);
        var starts = new List<float> { arena.Observations[0] };
        while (starts.Count < 30)
        {
            StepAll(vector, arena, action: 1);
            if (arena.Terminated[0]) starts.Add(arena.Observations[0]);
        }
        var random = new RandomGenerator(0);
        Assert.That(starts, Is.EqualTo(starts.Select(_ => (float)random.Integers(2))));
    }

    [Test]
    public void Step_TerminatedAtTheLimit_SetsBothFlags()
    {
        using var vector = new EnvironmentVector<long, long>(() => new Corridor(length: 2, limit: 1), 1);
        var arena = Reset(vector);
        do StepAll(vector, arena, action: 1);
        while (!arena.Terminated[0]);
        Assert.That(arena.Truncated[0], Is.True);
    }

    [Test]
    public void Step_AuthorTruncates_RestartsAndIsNotTerminated()
    {
        using var vector = Of(new Scripted { StepCode = () => new([0.5f], 0, Truncated: true) });
        var arena = Reset(vector);
        StepAll(vector, arena, action: 0);
        Assert.That((arena.Terminated[0], arena.Truncated[0], arena.FinalObservations[0], arena.Observations[0]), Is.EqualTo((false, true, 0.5f, 0f)));
    }

    [Test]
    public void Step_DiscreteActionsThatStartElsewhere_CountFromZeroForTheHub()
    {
        const long Far = (1L << 40) + 1;
        using var vector = new EnvironmentVector<long, long>(() => new Corridor(firstAction: Far), 1);
        var arena = Reset(vector);
        float before = arena.Observations[0];
        StepAll(vector, arena, action: 1);
        Assert.That(arena.Observations[0], Is.EqualTo(before + 1));
    }

    [Test]
    public void Step_LastCopysActionOutsideTheBox_StepsNoCopy()
    {
        Slope[] copies = [new(), new()];
        using var vector = new EnvironmentVector<float[], float[]>(Next(copies), 2);
        var arena = Reset(vector);
        Refusal.Expect("EH1102", () => vector.Step(new ActionBatch([0.5f, 1.5f]), arena.Buffers), "[1.5]", "copy 1", "Box(-1, 1, (1,), float32)");
        Assert.That(copies.Select(copy => copy.StepsTaken), Is.All.Zero);
    }

    [Test]
    public void Step_NaNReward_Refuses() => ExpectStepFault(() => new([0], double.NaN), "the reward");

    [Test]
    public void Step_NaNObservation_Refuses() => ExpectStepFault(() => new([float.NaN], 0), "the observation");

    [Test]
    public void Reset_NaNObservation_Refuses()
    {
        using var vector = Of(new Scripted { ResetCode = () => [float.NaN] });
        Refusal.Expect("EH1107", () => vector.Reset([1], new float[1]), "the observation of copy 0");
    }

    [Test]
    public void Step_AfterAuthorsFault_NeedsAReset()
    {
        var copy = new Scripted { StepCode = () => throw new InvalidOperationException("a fault in the dynamics") };
        using var vector = Of(copy);
        var arena = Reset(vector);
        Assert.That(() => StepAll(vector, arena, action: 0), Throws.InvalidOperationException);
        Refusal.Expect("EH1103", () => StepAll(vector, arena, action: 0));
    }

    [Test]
    public void Constructor_CreateFails_DisposesTheCopiesMade()
    {
        var made = new Corridor();
        Environment<long, long>[] copies = [made];
        Assert.That(() => new EnvironmentVector<long, long>(Next(copies), 2), Throws.TypeOf<IndexOutOfRangeException>());
        Assert.That(made.Disposals, Is.EqualTo(1));
    }

    [Test]
    public void Dispose_Twice_DisposesEachCopyOnce()
    {
        Corridor[] copies = [new(), new()];
        var vector = new EnvironmentVector<long, long>(Next(copies), 2);
        vector.Dispose();
        vector.Dispose();
        Assert.That(copies.Select(copy => copy.Disposals), Is.All.EqualTo(1));
    }

    [Test]
    public void Constructor_NoCopies_Refuses() => Refusal.Expect("EH1100", () => _ = new EnvironmentVector<long, long>(() => new Corridor(), 0), "EnvironmentVector: 0 copies");

    [TestCase(7, 7), TestCase(-1, null), TestCase(null, 30)]
    public void Spec_SettingsWithALimit_ReplacesTheSpecs(int? setting, int? expected)
    {
        using var vector = new EnvironmentVector<long, long>(() => new Corridor(limit: 30), 1, new PlainSettings { MaxEpisodeSteps = setting });
        Assert.That(vector.Spec.MaxEpisodeSteps, Is.EqualTo(expected));
    }

    private static EnvironmentVector<long, long> Corridors(int copies, int length = 6) => new(() => new Corridor(length), copies);

    private static EnvironmentVector<float[], long> Of(Scripted copy) => new(() => copy, 1);

    private static Func<Environment<TObservation, TAction>> Next<TObservation, TAction>(Environment<TObservation, TAction>[] copies)
        where TObservation : notnull where TAction : notnull
    {
        int next = 0;
        return () => copies[next++];
    }

    private static StepArena Reset(IVectorEnvironment vector)
    {
        var arena = new StepArena(vector);
        vector.Reset([.. Enumerable.Range(0, vector.Count).Select(copy => (ulong)copy)], arena.Observations);
        return arena;
    }

    private static void StepAll(IVectorEnvironment vector, StepArena arena, int action)
    {
        arena.Actions.Fill(action);
        vector.Step(arena.Actions, arena.Buffers);
    }

    private static void ExpectStepFault(Func<StepResult<float[]>> code, string what)
    {
        using var vector = Of(new Scripted { StepCode = code });
        var arena = Reset(vector);
        Refusal.Expect("EH1107", () => StepAll(vector, arena, action: 0), "Tests/Scripted", $"{what} of copy 0");
    }
}
