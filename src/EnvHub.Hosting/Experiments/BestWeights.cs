namespace EnvHub.Hosting;

/// <summary>Keeps the weights of the best evaluation; of equals the later.</summary>
internal sealed class BestWeights
{
    private MemoryCheckpoint? _weights;
    private double _score = double.NegativeInfinity;

    /// <summary>Environment steps per task when they were kept.</summary>
    public long Step { get; private set; }

    /// <summary>Whether any were kept.</summary>
    public bool Any => _weights is not null;

    /// <summary>Keeps the weights that <paramref name="loop"/> has now if none before scored more.</summary>
    /// <param name="score">Mean normalised score over tasks.</param>
    public void Offer(double score, TrialLoop loop)
    {
        if (!(score >= _score)) return;
        (_score, Step, _weights) = (score, loop.Steps, new MemoryCheckpoint());
        loop.SaveWeights(_weights);
    }

    /// <summary>Puts the kept weights into <paramref name="loop"/>.</summary>
    public void Restore(TrialLoop loop) => loop.LoadWeights(_weights!);
}
