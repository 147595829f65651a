namespace EnvHub.Contracts;

/// <summary>The checks that every <see cref="IVectorEnvironment"/> owes its caller, for authors to call first.</summary>
public static class StepGuard
{
    /// <summary>Checks a reset's buffers.</summary>
    /// <exception cref="HubException">EH1101 a buffer has the wrong length.</exception>
    public static void CheckReset(EnvironmentSpec spec, int count, ReadOnlySpan<ulong> seeds, Span<float> observations)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (seeds.Length != 0) Require(spec, "seeds", seeds.Length, count);
        Require(spec, "observations", observations.Length, count * spec.ObservationSpace.ElementSize);
    }

    /// <summary>Checks a step's actions and buffers, for an environment with a discrete action space.</summary>
    /// <exception cref="HubException">EH1101 a buffer has the wrong length; EH1102 an action is outside the space; EH1103 not reset.</exception>
    public static void CheckDiscrete(EnvironmentSpec spec, int count, bool isReset, in ActionBatch actions, in StepBuffers output)
    {
        CheckStep(spec, count, isReset, output);
        Require(spec, "actions", actions.Discrete.Length, count);
        var discrete = actions.Discrete;
        int last = ((DiscreteSpace)spec.ActionSpace).Count - 1;
        int bad = discrete.IndexOfAnyExceptInRange(0, last);
        if (bad >= 0) throw ContractErrors.ActionOutside(spec.Id.ToString(), bad, $"{discrete[bad]}", $"{spec.ActionSpace}, which takes 0..{last}");
    }

    /// <summary>Checks a step's actions and buffers, for an environment with any other action space. Bounds are not checked: many
    /// environments clip.</summary>
    /// <exception cref="HubException">EH1101 a buffer has the wrong length; EH1102 an action is NaN; EH1103 not reset.</exception>
    public static void CheckElements(EnvironmentSpec spec, int count, bool isReset, in ActionBatch actions, in StepBuffers output)
    {
        CheckStep(spec, count, isReset, output);
        Require(spec, "actions", actions.Elements.Length, count * spec.ActionSpace.ElementSize);
        int nan = IndexOfNaN(actions.Elements);
        if (nan >= 0) throw ContractErrors.ActionOutside(spec.Id.ToString(), nan / spec.ActionSpace.ElementSize, "NaN", spec.ActionSpace.ToString());
    }

    /// <summary>Checks the mask of a partial step or reset.</summary>
    /// <exception cref="HubException">EH1101 it has the wrong length.</exception>
    public static void CheckActive(EnvironmentSpec spec, int count, ReadOnlySpan<bool> active)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Require(spec, "active flags", active.Length, count);
    }

    /// <summary>Checks a call of <see cref="IRenderable.Render"/>.</summary>
    /// <param name="modes">Those that the environment has.</param>
    /// <exception cref="HubException">EH1103 not reset; EH1105 <paramref name="mode"/> is not among <paramref name="modes"/>.</exception>
    public static void CheckRender(EnvironmentSpec spec, bool isReset, RenderMode mode, IReadOnlyList<RenderMode> modes)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(modes);
        if (!modes.Contains(mode)) throw ContractErrors.RenderUnsupported(spec.Id.ToString(), mode, modes);
        if (!isReset) throw ContractErrors.NotResetForPicture(spec.Id.ToString());
    }

    private static void CheckStep(EnvironmentSpec spec, int count, bool isReset, in StepBuffers output)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (!isReset) throw ContractErrors.NotReset(spec.Id.ToString());
        int elements = count * spec.ObservationSpace.ElementSize;
        Require(spec, "observations", output.Observations.Length, elements);
        Require(spec, "final observations", output.FinalObservations.Length, elements);
        Require(spec, "rewards", output.Rewards.Length, count);
        Require(spec, "terminated flags", output.Terminated.Length, count);
        Require(spec, "truncated flags", output.Truncated.Length, count);
    }

    private static void Require(EnvironmentSpec spec, string buffer, int length, int expected)
    {
        if (length != expected) throw ContractErrors.BadBuffer(spec.Id.ToString(), buffer, length, expected);
    }

    internal static bool HasNaN(ReadOnlySpan<float> values) => IndexOfNaN(values) >= 0;

    private static int IndexOfNaN(ReadOnlySpan<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            if (float.IsNaN(values[i])) return i;
        return -1;
    }
}
