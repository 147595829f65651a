namespace EnvHub.Plugins.Wrappers;

/// <summary>Brings each component of the observation to mean 0 and variance 1 by running statistics.</summary>
/// <remarks>All copies share the statistics. A step adds what it led to as one batch, then, where episodes have ended, the first
/// observations of the new ones as another. Source: Gymnasium's <c>NormalizeObservation</c>; one copy gives the same bits as the single
/// form, several the same as the vector form until the first end. Differs: the vector form there cannot autoreset in the same step.</remarks>
public sealed class NormalizeObservation : WrapperVector, IRunningStatistics
{
    private readonly RunningFloatMoments _moments;
    private readonly float _epsilon;
    private readonly int _size;
    private readonly bool[] _chosen;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the observation space is no Box.</exception>
    public NormalizeObservation(IVectorEnvironment inner, NormalizeObservationOptions options)
        : base(inner, Describe(WrapperErrors.Accept(inner, nameof(NormalizeObservation), Refusal(inner?.Spec!, options)), options))
    {
        ArgumentNullException.ThrowIfNull(options);
        (_size, _epsilon) = (Spec.ObservationSpace.ElementSize, (float)options.Epsilon);
        (_moments, _chosen) = (new RunningFloatMoments(_size), new bool[Count]);
    }

    /// <inheritdoc/>
    public bool IsFrozen { get; set; }

    /// <summary>The running mean, shape <c>[n]</c>.</summary>
    public ReadOnlySpan<float> Mean => _moments.Mean;

    /// <summary>The running variance, shape <c>[n]</c>.</summary>
    public ReadOnlySpan<float> Variance => _moments.Variance;

    /// <summary>The spec with an open box, and without constants to scale by.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, NormalizeObservationOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec with
        {
            ObservationSpace = BoxSpace.Uniform(float.NegativeInfinity, float.PositiveInfinity, spec.ObservationSpace.Shape),
            ObservationScaling = null,
        };
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec, NormalizeObservationOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.ObservationSpace is BoxSpace ? null : $"NormalizeObservation needs a Box observation space; this one is {spec.ObservationSpace}.";
    }

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer) => _moments.Save(writer);

    /// <inheritdoc/>
    public void Load(ICheckpointReader reader) => _moments.Load(reader);

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _moments.Exchange(archive);
    }

    /// <inheritdoc/>
    protected override void OnReset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        ResetInner(seeds, output, active);
        for (int i = 0; i < Count; i++) _chosen[i] = IsActive(active, i);
        AddAndNormalize(output.Observations);
    }

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        StepInner(actions, output, active);
        for (int i = 0; i < Count; i++) _chosen[i] = IsActive(active, i);
        AddAndNormalize(output.FinalObservations);
        bool anyEnded = false;
        for (int i = 0; i < Count; i++)
        {
            bool ended = _chosen[i] && (output.Terminated[i] | output.Truncated[i]);
            if (_chosen[i] && !ended) RowOf(output.FinalObservations, i).CopyTo(RowOf(output.Observations, i));
            anyEnded |= _chosen[i] = ended;
        }
        if (anyEnded) AddAndNormalize(output.Observations);
    }

    private void AddAndNormalize(Span<float> rows)
    {
        if (!IsFrozen) _moments.Add(rows, _chosen);
        float[] mean = _moments.Mean, variance = _moments.Variance;
        for (int row = 0; row < Count; row++)
        {
            if (!_chosen[row]) continue;
            var values = RowOf(rows, row);
            for (int i = 0; i < values.Length; i++) values[i] = (values[i] - mean[i]) / MathF.Sqrt(variance[i] + _epsilon);
        }
    }

    private Span<float> RowOf(Span<float> rows, int copy) => rows.Slice(copy * _size, _size);
}
