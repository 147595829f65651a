namespace EnvHub.Plugins.Wrappers;

/// <summary>Takes every action several times, up to the episode's end, adds up the rewards and shows the larger of the last two observations,
/// element by element. Where the environment says which actions are possible, up to the step at which the action no longer is.</summary>
/// <remarks>The step limit of the spec counts steps outside. Source: Gymnasium's <c>MaxAndSkipObservation</c>, bit for bit: where an episode ends
/// before the last two of the steps, what it led to is the larger of those that were kept before, zeros at first. The first observation of an
/// episode is shown as it is.</remarks>
public sealed class MaxAndSkipObservation : WrapperVector
{
    private const int Kept = 2;

    private readonly int _skip, _size;
    private readonly float[] _frames;
    private readonly double[] _rewards;
    private readonly RepeatedSteps _steps;
    private readonly float[] _latest;   // [N, 2, n], where actions may become impossible
    private readonly bool[] _went;

    /// <param name="inner">Disposed with this; see <see cref="SeparateCopies.Of"/>.</param>
    /// <exception cref="HubException">EH4200 the observations are of parts that have no shape together.</exception>
    public MaxAndSkipObservation(IPartialVectorEnvironment inner, MaxAndSkipOptions options)
        : base(inner, Describe(WrapperErrors.Accept(inner, "MaxAndSkip", Refusal(inner?.Spec!, options)), options))
    {
        (_skip, _size) = (options.Skip, Spec.ObservationSpace.ElementSize);
        (_frames, _rewards, _steps) = (new float[Count * Kept * _size], new double[Count], new(Spec, Count));
        (_latest, _went) = (Spec.HasActionMasks ? new float[_frames.Length] : [], new bool[Count]);
    }

    /// <summary>The spec with limit and range of rewards per step outside.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, MaxAndSkipOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return RepeatAction.Describe(spec, new() { NumRepeats = options.Skip });
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec, MaxAndSkipOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.ObservationSpace is IBoxSpace or DiscreteSpace or MultiDiscreteSpace or MultiBinarySpace ? null
            : $"MaxAndSkip needs a Box, Discrete, MultiDiscrete or MultiBinary observation space; this one is {spec.ObservationSpace}.";
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        archive.Array<float>("frames", _frames);
    }

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        StepInner(actions, _steps.Rows(output, output.Rewards), active);
        for (int i = 0; i < Count; i++) _steps.GoesOn[i] = IsActive(active, i);
        Keep(0, output);
        for (int step = 1; step < _skip && GoOn(actions, output); step++)
        {
            InnerApart.Step(actions, _steps.Rows(output, _rewards), _steps.GoesOn);
            Keep(step, output);
            for (int i = 0; i < Count; i++)
                if (_steps.GoesOn[i]) output.Rewards[i] += _rewards[i];
        }
        for (int i = 0; i < Count; i++)
            if (IsActive(active, i)) Show(i, output);
    }

    private void Keep(int step, in StepBuffers output)
    {
        int place = step - (_skip - Kept);
        for (int i = 0; i < Count; i++)
        {
            if (!_steps.GoesOn[i]) continue;
            if (place >= 0) RowOf(output.FinalObservations, i).CopyTo(FrameOf(_frames, i, place));
            if (_latest.Length == 0) continue;
            FrameOf(_latest, i, 1).CopyTo(FrameOf(_latest, i, 0));
            RowOf(output.FinalObservations, i).CopyTo(FrameOf(_latest, i, 1));
            if (step == 0) FrameOf(_latest, i, 1).CopyTo(FrameOf(_latest, i, 0));
        }
    }

    // A copy whose action has become impossible shows the last two that there were; one whose episode has ended what Gymnasium's does.
    private bool GoOn(in ActionBatch actions, in StepBuffers output)
    {
        if (_latest.Length == 0) return _steps.Narrow(actions, output);
        _steps.GoesOn.CopyTo(_went, 0);
        bool any = _steps.Narrow(actions, output);
        for (int i = 0; i < Count; i++)
            if (_went[i] && !_steps.GoesOn[i] && !(output.Terminated[i] | output.Truncated[i]))
                _latest.AsSpan(i * Kept * _size, Kept * _size).CopyTo(_frames.AsSpan(i * Kept * _size));
        return any;
    }

    private void Show(int copy, in StepBuffers output)
    {
        var final = RowOf(output.FinalObservations, copy);
        Span<float> one = FrameOf(_frames, copy, 0), other = FrameOf(_frames, copy, 1);
        for (int i = 0; i < final.Length; i++) final[i] = MathF.Max(one[i], other[i]);
        if (!(output.Terminated[copy] | output.Truncated[copy])) final.CopyTo(RowOf(output.Observations, copy));
    }

    private Span<float> FrameOf(float[] frames, int copy, int place) => frames.AsSpan((copy * Kept + place) * _size, _size);

    private Span<float> RowOf(Span<float> rows, int copy) => rows.Slice(copy * _size, _size);
}
