using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>Compares an environment with a recorded trace, bit for bit.</summary>
public static class GoldenTrace
{
    /// <summary>Replays a trace's actions from its seed and asserts that every observation, reward and flag is the recorded one.</summary>
    /// <param name="environment">One copy; its spaces are boxes or made of discrete ones.</param>
    /// <param name="trace">Begins with a reset; a reset follows every end of an episode.</param>
    public static void AssertReproduced(IVectorEnvironment environment, ulong seed, IReadOnlyList<GoldenStep> trace)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(trace);
        var arena = new StepArena(environment);
        environment.Reset([seed], arena.Observations);
        Assert.That(Recorded(environment.Spec.ObservationSpace, arena.Observations), Is.EqualTo(trace[0].Observation), "the first observation");
        for (int i = 1; i < trace.Count; i++)
        {
            if (trace[i].Action.Count > 0) AssertStep(environment, arena, trace[i], i);
            else Assert.That(Recorded(environment.Spec.ObservationSpace, arena.Observations), Is.EqualTo(trace[i].Observation),
                $"the new episode's first observation, entry {i}");
        }
    }

    private static void AssertStep(IVectorEnvironment environment, StepArena arena, GoldenStep expected, int entry)
    {
        SetAction(environment.Spec.ActionSpace, arena, expected.Action);
        environment.Step(arena.ActionBatch, arena.Buffers);
        Assert.That(Recorded(environment.Spec.ObservationSpace, arena.FinalObservations), Is.EqualTo(expected.Observation), $"the observation, entry {entry}");
        Assert.That((arena.Rewards[0], arena.Terminated[0], arena.Truncated[0]),
            Is.EqualTo((expected.Reward, expected.Terminated, expected.Truncated)), $"reward, terminated, truncated, entry {entry}");
    }

    private static void SetAction(Space space, StepArena arena, IReadOnlyList<uint> action)
    {
        if (space is DiscreteSpace) arena.Actions[0] = (int)action[0];
        else for (int i = 0; i < action.Count; i++) arena.ActionElements[i] = BitConverter.UInt32BitsToSingle(action[i]);
    }

    // As the recording writes it: bits where the space is a box, integers elsewhere.
    private static uint[] Recorded(Space space, ReadOnlySpan<float> values)
    {
        var recorded = new uint[values.Length];
        for (int i = 0; i < recorded.Length; i++) recorded[i] = space is BoxSpace ? BitConverter.SingleToUInt32Bits(values[i]) : (uint)values[i];
        return recorded;
    }
}
