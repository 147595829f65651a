namespace EnvHub.Plugins.Wrappers;

/// <summary>Divides rewards by the running standard deviation of their discounted sum, <c>g = γ·(1 - terminated)·g + r</c>.</summary>
/// <remarks>All copies share the statistics; each step adds the copies' sums as one batch. Source: Gymnasium's <c>NormalizeReward</c>; one
/// copy gives the same bits. Differs: the vector form there keeps the sums in float32 and sets them to 0 at a reset; here, as in the
/// single form, they are float64 and go on.</remarks>
public sealed class NormalizeReward : WrapperVector, IRunningStatistics
{
    private readonly NormalizeRewardOptions _options;
    private readonly double[] _sums, _batch;
    private double _mean, _variance = 1, _weight = RunningFloatMoments.StartWeight;

    /// <param name="inner">Disposed with this.</param>
    public NormalizeReward(IVectorEnvironment inner, NormalizeRewardOptions options) : base(inner, Describe(inner?.Spec!, options))
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _sums, _batch) = (options, new double[Count], new double[Count]);
    }

    /// <inheritdoc/>
    public bool IsFrozen { get; set; }

    /// <summary>The spec with an open range of rewards.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, NormalizeRewardOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec with { RewardRange = (double.NegativeInfinity, double.PositiveInfinity) };
    }

    /// <inheritdoc/>
    public void Save(ICheckpointWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<double>("moments", [_mean, _variance, _weight]);
    }

    /// <inheritdoc/>
    public void Load(ICheckpointReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Span<double> moments = stackalloc double[3];
        reader.Read("moments", moments);
        (_mean, _variance, _weight) = (moments[0], moments[1], moments[2]);
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        archive.Array<double>("sums", _sums);
        archive.Value("mean", ref _mean);
        archive.Value("variance", ref _variance);
        archive.Value("weight", ref _weight);
    }

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        StepInner(actions, output, active);
        int stepped = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!IsActive(active, i)) continue;
            _sums[i] = _sums[i] * _options.Gamma * (output.Terminated[i] ? 0 : 1) + output.Rewards[i];
            _batch[stepped++] = _sums[i];
        }
        if (!IsFrozen && stepped > 0) Add(_batch.AsSpan(0, stepped));
        double deviation = Math.Sqrt(_variance + _options.Epsilon);
        for (int i = 0; i < Count; i++)
            if (IsActive(active, i)) output.Rewards[i] /= deviation;
    }

    // The order of operations is part of the result: it is that of the batch update which Gymnasium makes.
    private void Add(ReadOnlySpan<double> batch)
    {
        double batchMean = 0, batchVariance = 0;
        foreach (double sum in batch) batchMean += sum;
        batchMean /= batch.Length;
        foreach (double sum in batch) batchVariance += (sum - batchMean) * (sum - batchMean);
        batchVariance /= batch.Length;
        double delta = batchMean - _mean, total = _weight + batch.Length;
        double squares = _variance * _weight + batchVariance * batch.Length + delta * delta * _weight * batch.Length / total;
        (_mean, _variance, _weight) = (_mean + delta * batch.Length / total, squares / total, total);
    }
}
