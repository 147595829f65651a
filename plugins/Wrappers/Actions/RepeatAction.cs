namespace EnvHub.Plugins.Wrappers;

/// <summary>Takes every action several times, up to the episode's end, and adds up the rewards. Where the environment says which actions are possible, up
/// to the step at which the action no longer is.</summary>
/// <remarks>The step limit of the spec counts steps outside. Source: Gymnasium's <c>RepeatAction</c>. Differs: the number of repeats has a
/// default, 4.</remarks>
public sealed class RepeatAction : WrapperVector
{
    private readonly int _repeats;
    private readonly double[] _rewards;
    private readonly RepeatedSteps _steps;

    /// <param name="inner">Disposed with this; see <see cref="SeparateCopies.Of"/>.</param>
    public RepeatAction(IPartialVectorEnvironment inner, RepeatActionOptions options) : base(inner, Describe(inner?.Spec!, options))
    {
        (_repeats, _rewards, _steps) = (options.NumRepeats, new double[Count], new(Spec, Count));
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
        StepInner(actions, _steps.Rows(output, output.Rewards), active);
        for (int i = 0; i < Count; i++) _steps.GoesOn[i] = IsActive(active, i);
        for (int repeat = 1; repeat < _repeats && _steps.Narrow(actions, output); repeat++)
        {
            InnerApart.Step(actions, _steps.Rows(output, _rewards), _steps.GoesOn);
            for (int i = 0; i < Count; i++)
                if (_steps.GoesOn[i]) output.Rewards[i] += _rewards[i];
        }
    }
}
