using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>Keeps learning a source task beside the target: adds β times its temporal-difference gradient, from the source's own replay, to the layers that
/// the two networks share.</summary>
/// <remarks>The source keeps a head and a target network of its own, which learn too. Shared is every hidden segment that was copied
/// whole; where observations differ the source keeps its first layer. The source's replay does not change.
/// Source: the mixing of a teacher's data into each batch of Agarwal et al. (2022). Differs: a loss of its own with a weight, in place of
/// a share of the batch.</remarks>
public sealed class SourceRehearsal : IDisposable
{
    private readonly QNetworkTrainer _source;
    private readonly ReplayBuffer _replay;
    private readonly ReplayBatch _batch;
    private readonly RandomGenerator _sampling;
    private readonly float _rewardFactor;
    private readonly (ParameterSegment Target, ParameterSegment Source)[] _shared;

    /// <param name="source">What is rehearsed.</param>
    /// <param name="manifest">What the target's network took from it.</param>
    /// <param name="options">Of the target's learning; the source is rehearsed with the same.</param>
    /// <param name="weight">β, above 0.</param>
    /// <exception cref="HubException">EH2103 the source's state holds no replay of the task.</exception>
    public SourceRehearsal(LearnerContext context, SourceTask source, IReadOnlyList<SegmentTransfer> manifest, QLearningOptions options, double weight)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var random = context.Random.Scope("rehearsal").Scope(source.Task.Name);
        var task = source.Task with { Weight = weight };
        (_replay, double scale) = SourceReplay.Read(source);
        (_rewardFactor, _sampling, _batch) = ((float)(1 / scale), random.Generator("sampling"), new(options.BatchSize, source.Inputs, _replay.MaskSize));
        _source = new(context with { Tasks = [task], Random = random },
            options with { Network = ShapeOf(source, options.Network) }, new FixedWeighting([task]));
        WeightTransfer.Apply(_source.Online, [source], new(source.Hidden.Count, HeadStart.Keep));
        _source.SynchronizeTarget();
        _shared = [.. Shared(SegmentRole.Of(_source.Online), manifest, source)];
    }

    /// <summary>Draws a batch of the source's transitions and adds its weighted gradient to <paramref name="target"/>'s.</summary>
    /// <returns>β times the loss.</returns>
    public double AddGradients(INetwork target)
    {
        ArgumentNullException.ThrowIfNull(target);
        foreach (var (its, own) in _shared) Slice(target.Parameters, its).CopyTo(Slice(_source.Online.Parameters, own));
        _replay.Sample(_sampling, _batch);
        foreach (ref float reward in _batch.Rewards) reward *= _rewardFactor;
        _source.Begin();
        double loss = _source.AddTask(0, _batch);
        foreach (var (its, own) in _shared)
        {
            VectorSums.AddScaled(Slice(_source.Online.Gradients, own), 1, Slice(target.Gradients, its));
            Slice(_source.Online.Gradients, own).Clear();
        }
        return loss;
    }

    /// <summary>Steps what the source has for itself.</summary>
    public void Apply(float learningRate) => _source.Apply(learningRate);

    /// <summary>Moves the source's target network, where the interval counts steps.</summary>
    public void UpdateTarget() => _source.UpdateTarget();

    private static IEnumerable<(ParameterSegment Target, ParameterSegment Source)> Shared(
        IReadOnlyList<SegmentRole> own, IReadOnlyList<SegmentTransfer> manifest, SourceTask source)
    {
        foreach (var role in own.Where(role => role.Layer < source.Hidden.Count))
            if (manifest.FirstOrDefault(line => line.Role.Path == role.Path && line.Origin == SegmentOrigin.Copied && line.From == source.Label) is { } copied)
                yield return (copied.Role.Segment, role.Segment);
    }

    private static QNetworkOptions ShapeOf(SourceTask source, QNetworkOptions target) =>
        target with { Hidden = source.Hidden, LayerNorm = source.HasNorm, Activation = source.Activation ?? target.Activation };

    private static Span<float> Slice(Span<float> values, ParameterSegment segment) => values.Slice(segment.Offset, segment.Length);

    /// <summary>Writes the source's network and where its sampling is; not its replay, which the source holds.</summary>
    public void Save(ICheckpointWriter writer)
    {
        _source.Save(writer);
        GeneratorCheckpoint.Save(_sampling, writer, "sampling");
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader)
    {
        _source.Load(reader);
        GeneratorCheckpoint.Load(_sampling, reader, "sampling");
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
