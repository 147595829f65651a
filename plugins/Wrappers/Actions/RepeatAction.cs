namespace EnvHub.Plugins.Wrappers;

/// <summary>Takes every action several times, up to the episode's end, and adds up the rewards. Where the environment says which actions are possible, up
/// to the step at which the action no longer is.</summary>
/// <remarks>The step limit of the spec counts steps outside. Source: Gymnasium's <c>RepeatAction</c>. Differs: the number of repeats has a
/// default, 4.</remarks>
public sealed class RepeatAction : WrapperVector
{
    private readonly int _repeats;
    private readonly double[] _rewards;
    private readonly bool[] _goesOn, _masks, _finalMasks;
    private readonly float[] _action;

    /// <param name="inner">Disposed with this; see <see cref="SeparateCopies.Of"/>.</param>
    public RepeatAction(IPartialVectorEnvironment inner, RepeatActionOptions options) : base(inner, Describe(inner?.Spec!, options))
    {
        (_repeats, _rewards, _goesOn) = (options.NumRepeats, new double[Count], new bool[Count]);
        int flags = Count * StepGuard.MaskSizeOf(Spec);
        (_masks, _finalMasks, _action) = (new bool[flags], new bool[flags], new float[Spec.ActionSpace.ElementSize]);
    }

    /// <summary>The spec with limit and range of rewards per step outside.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, RepeatActionOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        int repeats = options.NumRepeats;
        var (low, high) = spec.RewardRange;
        return spec with
        {
            MaxEpisodeSteps = (spec.MaxEpisodeSteps + repeats - 1) / repeats,
            RewardRange = (Math.Min(low, low * repeats), Math.Max(high, high * repeats)),
        };
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        // A caller who wants no masks gets none; they are needed here all the same.
        bool ownMasks = output.ActionMasks.IsEmpty;
        StepInner(actions, Rows(output, output.Rewards, ownMasks), active);
        for (int i = 0; i < Count; i++) _goesOn[i] = IsActive(active, i);
        for (int repeat = 1; repeat < _repeats && AnyGoesOn(actions, output); repeat++)
        {
            InnerApart.Step(actions, Rows(output, _rewards, ownMasks), _goesOn);
            for (int i = 0; i < Count; i++)
                if (_goesOn[i]) output.Rewards[i] += _rewards[i];
        }
    }

    private StepBuffers Rows(in StepBuffers output, Span<double> rewards, bool ownMasks) => new()
    {
        Observations = output.Observations,
        FinalObservations = output.FinalObservations,
        Rewards = rewards,
        Terminated = output.Terminated,
        Truncated = output.Truncated,
        ActionMasks = ownMasks ? _masks : output.ActionMasks,
        FinalActionMasks = ownMasks ? _finalMasks : output.FinalActionMasks,
    };

    private bool AnyGoesOn(in ActionBatch actions, in StepBuffers output)
    {
        var masks = output.ActionMasks.IsEmpty ? _masks : output.ActionMasks;
        bool any = false;
        for (int i = 0; i < Count; i++)
            any |= _goesOn[i] &= !(output.Terminated[i] | output.Truncated[i]) && MaskedActions.IsPossible(Spec, masks, actions, i, _action);
        return any;
    }
}
