namespace EnvHub.Contracts;

/// <summary>The checks that every <see cref="IVectorEnvironment"/> owes its caller, for authors to call first.</summary>
public static class StepGuard
{
    /// <summary>Checks a reset's buffers.</summary>
    /// <exception cref="HubException">EH1101 a buffer has the wrong length.</exception>
    public static void CheckReset(EnvironmentSpec spec, int count, ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (seeds.Length != 0) Require(spec, "seeds", seeds.Length, count);
        Require(spec, "observations", output.Observations.Length, count * spec.ObservationSpace.ElementSize);
        if (!output.ActionMasks.IsEmpty) Require(spec, "action masks", output.ActionMasks.Length, count * MaskSizeOf(spec));
    }

    /// <summary>How many flags a mask of the environment's has, M; 0 where it has none.</summary>
    public static int MaskSizeOf(EnvironmentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.HasActionMasks ? ActionMask.SizeOf(spec.ActionSpace) : 0;
    }

    /// <summary>Checks a mask that an author wrote.</summary>
    /// <param name="mask">Shape <c>[M]</c>.</param>
    /// <exception cref="HubException">EH1108 the action, or a component of it, has no possible value.</exception>
    public static void CheckMask(EnvironmentSpec spec, int copy, ReadOnlySpan<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (!ActionMask.HasChoice(spec.ActionSpace, mask)) throw ContractErrors.NothingPossible(spec.Id.ToString(), copy);
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

    /// <summary>Checks a partial step's actions and buffers, for any action space; the waiting copies' actions are not looked at.</summary>
    /// <param name="isReset">Whether every active copy was reset.</param>
    /// <param name="active">Shape <c>[Count]</c>; see <see cref="CheckActive"/>.</param>
    /// <exception cref="HubException">EH1101 a buffer has the wrong length; EH1102 an action is outside a discrete space, or NaN;
    /// EH1103 not reset.</exception>
    public static void CheckPartial(EnvironmentSpec spec, bool isReset, ReadOnlySpan<bool> active, in ActionBatch actions, in StepBuffers output)
    {
        CheckStep(spec, active.Length, isReset, output);
        if (spec.ActionSpace is DiscreteSpace space) CheckActions(spec, space, active, actions.Discrete);
        else CheckActions(spec, active, actions.Elements);
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

    private static void CheckActions(EnvironmentSpec spec, DiscreteSpace space, ReadOnlySpan<bool> active, ReadOnlySpan<int> actions)
    {
        Require(spec, "actions", actions.Length, active.Length);
        for (int i = 0; i < active.Length; i++)
            if (active[i] && (uint)actions[i] >= (uint)space.Count)
                throw ContractErrors.ActionOutside(spec.Id.ToString(), i, $"{actions[i]}", $"{space}, which takes 0..{space.Count - 1}");
    }

    private static void CheckActions(EnvironmentSpec spec, ReadOnlySpan<bool> active, ReadOnlySpan<float> actions)
    {
        int size = spec.ActionSpace.ElementSize;
        Require(spec, "actions", actions.Length, active.Length * size);
        for (int i = 0; i < active.Length; i++)
            if (active[i] && HasNaN(actions.Slice(i * size, size)))
                throw ContractErrors.ActionOutside(spec.Id.ToString(), i, "NaN", spec.ActionSpace.ToString());
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
        if (output.ActionMasks.IsEmpty & output.FinalActionMasks.IsEmpty) return;
        Require(spec, "action masks", output.ActionMasks.Length, count * MaskSizeOf(spec));
        Require(spec, "final action masks", output.FinalActionMasks.Length, count * MaskSizeOf(spec));
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
