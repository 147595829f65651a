namespace EnvHub.Hosting;

/// <summary>Keeps the weights of the best evaluation; of equals the later.</summary>
internal sealed class BestWeights
{
    private WeightSnapshot? _weights;
    private double _score = double.NegativeInfinity;

    /// <summary>Environment steps per task when they were kept.</summary>
    public long Step { get; private set; }

    /// <summary>Whether any were kept.</summary>
    public bool Any => _weights is not null;

    /// <summary>Keeps <paramref name="policy"/>'s weights if none before scored more.</summary>
    /// <param name="score">Mean normalised score over tasks.</param>
    public void Offer(double score, long step, IPolicy policy)
    {
        if (!(score >= _score)) return;
        (_score, Step, _weights) = (score, step, new WeightSnapshot());
        policy.Save(_weights);
    }

    /// <summary>Puts the kept weights into <paramref name="policy"/>.</summary>
    public void Restore(IPolicy policy) => policy.Load(_weights!);
}
