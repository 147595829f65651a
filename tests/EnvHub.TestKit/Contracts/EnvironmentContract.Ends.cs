using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <content>What happens at an episode's end, and who owns the buffers.</content>
public abstract partial class EnvironmentContract
{
    /// <summary>Short enough that no episode under test ends sooner by itself; see <see cref="Step_AtTheLimit_Truncates"/>.</summary>
    private const int Limit = 4;

    [Test]
    public void Step_NoEnd_FinalObservationIsTheObservation()
    {
        using var rollout = Rollout.Of(Create(count: 1), Seed);
        for (int step = 0; step < Steps; step++)
        {
            rollout.StepRandomly();
            if (HasEnded(rollout)) continue;
            Assert.That(rollout.Arena.FinalObservations.ToArray(), Is.EqualTo(rollout.Arena.Observations.ToArray()));
        }
    }

    [Test]
    public void Step_BuffersFullOfRubbish_AreAllWrittenAndNeverRead()
    {
        using Rollout clean = Rollout.Of(Create(Copies), Seed), dirty = Rollout.Of(Create(Copies), Seed);
        for (int step = 0; step < Steps; step++)
        {
            clean.StepRandomly();
            SpoilBuffers(dirty.Arena);
            dirty.StepRandomly();
            Assert.That(Everything(dirty.Arena), Is.EqualTo(Everything(clean.Arena)), $"step {step}");
        }
    }

    [Test]
    public void Step_AtTheLimit_Truncates()
    {
        using var rollout = Rollout.Of(WithLimit(Copies, Limit), Seed);
        for (int step = 1; step <= 3 * Limit; step++)
        {
            rollout.StepRandomly();
            if (rollout.Arena.Terminated.Contains(true)) Assert.Inconclusive("An episode terminated by itself before the limit.");
            Assert.That(rollout.Arena.Truncated.ToArray(), Is.All.EqualTo(step % Limit == 0), $"step {step}");
        }
    }

    [Test]
    public void Step_AtTheLimit_ContinuesTheGeneratorAsAResetWould()
    {
        using Rollout limited = Rollout.Of(WithLimit(Copies, Limit), Seed), endless = Rollout.Of(WithLimit(Copies, limit: null), Seed);
        for (int step = 1; step <= Limit; step++)
        {
            limited.StepRandomly();
            endless.StepRandomly();
        }
        if (limited.Arena.Terminated.Contains(true)) Assert.Inconclusive("An episode terminated by itself before the limit.");
        Assert.That(limited.Arena.FinalObservations.ToArray(), Is.EqualTo(endless.Arena.Observations.ToArray()), "the old episode's last observation");
        endless.ResetOnward();
        Assert.That(limited.Arena.Observations.ToArray(), Is.EqualTo(endless.Arena.Observations.ToArray()), "the new episode's first observation");
    }

    [Test]
    public void Reset_InAnEpisode_StartsTheStepCountAnew()
    {
        using var rollout = Rollout.Of(WithLimit(count: 1, Limit), Seed);
        for (int step = 1; step < Limit; step++) rollout.StepRandomly();
        rollout.ResetWithSeeds();
        rollout.StepRandomly();
        Assert.That(rollout.Arena.Truncated[0], Is.False);
    }

    [Test]
    public void Spec_WithLimit_ShowsIt()
    {
        using var environment = WithLimit(count: 1, Limit);
        Assert.That(environment.Spec.MaxEpisodeSteps, Is.EqualTo(Limit));
    }

    private IVectorEnvironment WithLimit(int count, int? limit)
    {
        var environment = CreateWithLimit(count, limit);
        if (environment is null) Assert.Ignore($"{nameof(CreateWithLimit)} is not overridden.");
        return environment!;
    }

    private static bool HasEnded(Rollout rollout) => rollout.Arena.Terminated[0] || rollout.Arena.Truncated[0];

    private static void SpoilBuffers(StepArena arena)
    {
        var buffers = arena.Buffers;
        buffers.Observations.Fill(float.NaN);
        buffers.FinalObservations.Fill(float.NaN);
        buffers.Rewards.Fill(double.NaN);
        buffers.Terminated.Fill(true);
        buffers.Truncated.Fill(true);
    }

    private static (float[], float[], double[], bool[], bool[]) Everything(StepArena arena) => (arena.Observations.ToArray(),
        arena.FinalObservations.ToArray(), arena.Rewards.ToArray(), arena.Terminated.ToArray(), arena.Truncated.ToArray());
}
