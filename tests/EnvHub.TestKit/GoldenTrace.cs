using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>Compares an environment with a recorded trace, bit for bit.</summary>
public static class GoldenTrace
{
    /// <summary>Replays a trace's actions from its seed and asserts that every observation, reward and flag is the recorded one.</summary>
    /// <param name="environment">One copy with a discrete action space.</param>
    /// <param name="trace">Begins with a reset; a reset follows every end of an episode.</param>
    public static void AssertReproduced(IVectorEnvironment environment, ulong seed, IReadOnlyList<GoldenStep> trace)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(trace);
        var arena = new StepArena(environment);
        environment.Reset([seed], arena.Observations);
        Assert.That(Bits(arena.Observations), Is.EqualTo(trace[0].Observation), "the first observation");
        for (int i = 1; i < trace.Count; i++)
        {
            if (trace[i].Action is { } action) AssertStep(environment, arena, action, trace[i], i);
            else Assert.That(Bits(arena.Observations), Is.EqualTo(trace[i].Observation), $"the new episode's first observation, entry {i}");
        }
    }

    private static void AssertStep(IVectorEnvironment environment, StepArena arena, int action, GoldenStep expected, int entry)
    {
        arena.Actions[0] = action;
        environment.Step(arena.Actions, arena.Buffers);
        Assert.That(Bits(arena.FinalObservations), Is.EqualTo(expected.Observation), $"the observation, entry {entry}");
        Assert.That((arena.Rewards[0], arena.Terminated[0], arena.Truncated[0]),
            Is.EqualTo((expected.Reward, expected.Terminated, expected.Truncated)), $"reward, terminated, truncated, entry {entry}");
    }

    private static uint[] Bits(ReadOnlySpan<float> values)
    {
        var bits = new uint[values.Length];
        for (int i = 0; i < bits.Length; i++) bits[i] = BitConverter.SingleToUInt32Bits(values[i]);
        return bits;
    }
}
