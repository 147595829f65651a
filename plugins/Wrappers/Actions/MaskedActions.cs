namespace EnvHub.Plugins.Wrappers;

/// <summary>What wrappers that choose actions themselves ask of action masks.</summary>
internal static class MaskedActions
{
    /// <summary>Whether a copy's action is possible; true where the environment has no masks.</summary>
    /// <param name="masks">Shape <c>[N, M]</c>; empty for no masks.</param>
    /// <param name="room">For one action's elements, shape <c>[ElementSize]</c>.</param>
    public static bool IsPossible(EnvironmentSpec spec, ReadOnlySpan<bool> masks, in ActionBatch actions, int copy, Span<float> room)
    {
        if (masks.IsEmpty) return true;
        int size = room.Length, flags = ActionMask.SizeOf(spec.ActionSpace);
        var mask = masks.Slice(copy * flags, flags);
        if (spec.ActionSpace is DiscreteSpace) return mask[actions.Discrete[copy]];
        actions.Elements.Slice(copy * size, size).CopyTo(room);
        return ActionMask.Allows(spec.ActionSpace, mask, room);
    }

    /// <summary>The same buffers with a wrapper's own for the masks.</summary>
    public static StepBuffers With(in StepBuffers output, Span<bool> masks, Span<bool> finalMasks) => new()
    {
        Observations = output.Observations,
        FinalObservations = output.FinalObservations,
        Rewards = output.Rewards,
        Terminated = output.Terminated,
        Truncated = output.Truncated,
        ActionMasks = masks,
        FinalActionMasks = finalMasks,
    };

    /// <summary>Copies the active copies' masks to a caller who wants them.</summary>
    /// <param name="own">Shape <c>[N, M]</c>.</param>
    /// <param name="wanted">Shape <c>[N, M]</c>, or empty.</param>
    /// <param name="active">Shape <c>[N]</c>; empty: every copy.</param>
    /// <param name="count">N.</param>
    public static void Copy(ReadOnlySpan<bool> own, Span<bool> wanted, ReadOnlySpan<bool> active, int count)
    {
        if (wanted.IsEmpty) return;
        int flags = own.Length / count;
        for (int i = 0; i < count; i++)
            if (active.IsEmpty || active[i]) own.Slice(i * flags, flags).CopyTo(wanted[(i * flags)..]);
    }
}
