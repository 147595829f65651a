namespace EnvHub.Plugins.Wrappers;

/// <summary>Which copies go on when an action is taken several times: not those whose episode has ended, nor, where the environment says which actions are
/// possible, those in which the action no longer is.</summary>
/// <param name="spec">Of the environment that is stepped.</param>
/// <param name="count">N.</param>
internal sealed class RepeatedSteps(EnvironmentSpec spec, int count)
{
    private readonly bool[] _masks = new bool[count * StepGuard.MaskSizeOf(spec)], _finalMasks = new bool[count * StepGuard.MaskSizeOf(spec)];
    private readonly float[] _action = new float[spec.ActionSpace.ElementSize];

    /// <summary>Flags of the copies that go on.</summary>
    public bool[] GoesOn { get; } = new bool[count];

    /// <summary>The caller's buffers with other rewards, and with masks of this one's own where the caller wants none: they are needed here all the same.</summary>
    public StepBuffers Rows(in StepBuffers output, Span<double> rewards) => new()
    {
        Observations = output.Observations,
        FinalObservations = output.FinalObservations,
        Rewards = rewards,
        Terminated = output.Terminated,
        Truncated = output.Truncated,
        ActionMasks = output.ActionMasks.IsEmpty ? _masks : output.ActionMasks,
        FinalActionMasks = output.ActionMasks.IsEmpty ? _finalMasks : output.FinalActionMasks,
    };

    /// <summary>Stops those that do not go on after a step.</summary>
    /// <returns>Whether any goes on.</returns>
    public bool Narrow(in ActionBatch actions, in StepBuffers output)
    {
        var masks = output.ActionMasks.IsEmpty ? _masks : output.ActionMasks;
        bool any = false;
        for (int i = 0; i < count; i++)
            any |= GoesOn[i] &= !(output.Terminated[i] | output.Truncated[i]) && MaskedActions.IsPossible(spec, masks, actions, i, _action);
        return any;
    }
}
