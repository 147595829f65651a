namespace EnvHub.Plugins.Wrappers;

/// <summary>Takes every action several times, up to the episode's end, and adds up the rewards.</summary>
/// <remarks>The step limit of the spec counts steps outside. Source: Gymnasium's <c>RepeatAction</c>. Differs: the number of repeats has a
/// default, 4.</remarks>
public sealed class RepeatAction : WrapperVector
{
    private readonly int _repeats;
    private readonly double[] _rewards;
    private readonly bool[] _goesOn;

    /// <param name="inner">Disposed with this; see <see cref="SeparateCopies.Of"/>.</param>
    public RepeatAction(IPartialVectorEnvironment inner, RepeatActionOptions options) : base(inner, Describe(inner?.Spec!, options))
    {
        (_repeats, _rewards, _goesOn) = (options.NumRepeats, new double[Count], new bool[Count]);
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
        StepInner(actions, output, active);
        for (int i = 0; i < Count; i++) _goesOn[i] = IsActive(active, i);
        for (int repeat = 1; repeat < _repeats && AnyGoesOn(output); repeat++)
        {
            InnerApart.Step(actions, new StepBuffers
            {
                Observations = output.Observations, FinalObservations = output.FinalObservations, Rewards = _rewards,
                Terminated = output.Terminated, Truncated = output.Truncated,
                ActionMasks = output.ActionMasks, FinalActionMasks = output.FinalActionMasks,
            }, _goesOn);
            for (int i = 0; i < Count; i++)
                if (_goesOn[i]) output.Rewards[i] += _rewards[i];
        }
    }

    private bool AnyGoesOn(in StepBuffers output)
    {
        bool any = false;
        for (int i = 0; i < Count; i++) any |= _goesOn[i] &= !(output.Terminated[i] | output.Truncated[i]);
        return any;
    }
}
