using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <content>What a caller's mistake leads to.</content>
public abstract partial class EnvironmentContract
{
    private const string BadBuffer = "EH1101", BadAction = "EH1102", NotReset = "EH1103";

    [Test]
    public void Reset_WrongSeedCount_IsRefused()
    {
        using var environment = Create(Copies);
        var arena = new StepArena(environment);
        AssertRefused(BadBuffer, () => environment.Reset(new ulong[Copies + 1], arena.Observations));
    }

    [Test]
    public void Reset_WrongObservationLength_IsRefused()
    {
        using var environment = Create(Copies);
        var arena = new StepArena(environment);
        AssertRefused(BadBuffer, () => environment.Reset([], arena.Observations[1..]));
    }

    [Test]
    public void Step_BeforeReset_IsRefused()
    {
        using var environment = Create(Copies);
        var arena = new StepArena(environment);
        AssertRefused(NotReset, () => environment.Step(Actions(environment.Spec, arena.Actions), arena.Buffers));
    }

    [TestCase("observations")]
    [TestCase("final observations")]
    [TestCase("rewards")]
    [TestCase("terminated")]
    [TestCase("truncated")]
    public void Step_WrongBufferLength_IsRefused(string buffer)
    {
        using var rollout = Rollout.Of(Create(Copies), Seed);
        AssertRefused(BadBuffer, () =>
        {
            var full = rollout.Arena.Buffers;
            rollout.Environment.Step(Actions(rollout.Environment.Spec, rollout.Arena.Actions), new StepBuffers
            {
                Observations = full.Observations[(buffer == "observations" ? 1 : 0)..],
                FinalObservations = full.FinalObservations[(buffer == "final observations" ? 1 : 0)..],
                Rewards = full.Rewards[(buffer == "rewards" ? 1 : 0)..],
                Terminated = full.Terminated[(buffer == "terminated" ? 1 : 0)..],
                Truncated = full.Truncated[(buffer == "truncated" ? 1 : 0)..],
            });
        });
    }

    [Test]
    public void Step_TooFewActions_IsRefused()
    {
        using var rollout = Rollout.Of(Create(Copies), Seed);
        AssertRefused(BadBuffer, () => rollout.Environment.Step(new ActionBatch(rollout.Arena.Actions[1..]), rollout.Arena.Buffers));
    }

    [Test]
    public void Step_OneBadAction_StepsNoCopy()
    {
        using Rollout disturbed = Rollout.Of(Create(Copies), Seed), quiet = Rollout.Of(Create(Copies), Seed);
        AssertRefused(BadAction, () => disturbed.Environment.Step(OneBadAction(disturbed.Environment.Spec), disturbed.Arena.Buffers));
        Assert.That(disturbed.Record(Steps)[0], Is.EqualTo(quiet.Record(Steps)[0]));
    }

    private static void AssertRefused(string code, Action call) =>
        Assert.That(call, Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo(code));

    private static ActionBatch Actions(EnvironmentSpec spec, Span<int> discrete) => spec.ActionSpace is DiscreteSpace
        ? discrete
        : new ActionBatch(new float[discrete.Length * spec.ActionSpace.ElementSize]);

    // The last copy's action is outside, so that a check inside the stepping loop would come too late.
    private static ActionBatch OneBadAction(EnvironmentSpec spec)
    {
        if (spec.ActionSpace is DiscreteSpace discrete) return new int[] { 0, 0, 0, 0, discrete.Count };
        var elements = new float[Copies * spec.ActionSpace.ElementSize];
        elements[^1] = float.NaN;
        return new ActionBatch(elements);
    }
}
