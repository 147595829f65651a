namespace EnvHub.Learning;

/// <summary>An update whose tasks are weighed by a balance: what each gave, until it has become one gradient.</summary>
internal sealed class BalancedUpdate : IDisposable
{
    private readonly int _tasks;
    private readonly TaskGradients _gradients;
    private readonly float[] _losses;                 // [T]
    private readonly double[] _products, _weights;    // [T, T], [T]
    private readonly ReplayBatch?[] _batches;
    private readonly float[][] _targets;              // by task, for a balance that looks back

    public BalancedUpdate(INetwork network, TaskBalance balance, int tasks, int batchSize)
    {
        (Balance, _tasks, _gradients) = (balance, tasks, new(network, tasks));
        (_losses, LossesAfter, _products, _weights, _batches) = (new float[tasks], new float[tasks], new double[tasks * tasks], new double[tasks], new ReplayBatch?[tasks]);
        _targets = [.. Enumerable.Range(0, LooksBack ? tasks : 0).Select(_ => new float[batchSize])];
    }

    /// <summary>The method.</summary>
    public TaskBalance Balance { get; }

    /// <summary>Whether it asks for <see cref="LossesAfter"/>.</summary>
    public bool LooksBack => Balance.LooksBack;

    /// <summary>Losses of the same batches and targets after the step, for <see cref="LookBack"/>; shape <c>[T]</c>.</summary>
    public float[] LossesAfter { get; }

    /// <summary>Takes a task's share: the network's gradient, of which nothing is left there.</summary>
    /// <param name="loss">With the task's own weight.</param>
    public void Take(int task, ReplayBatch batch, float loss, ReadOnlySpan<float> targets)
    {
        _gradients.Take(task);
        (_losses[task], _batches[task]) = (loss, batch);
        if (LooksBack) targets.CopyTo(_targets[task]);
    }

    /// <summary>Leaves the weighted sum as the network's gradient.</summary>
    public void Sum()
    {
        if (Balance.NeedsProducts) _gradients.Multiply(_products);
        Balance.Weigh(_losses, Balance.NeedsProducts ? _products : [], _weights);
        _gradients.Sum(_weights, Balance.IsOfSharedParameters);
    }

    /// <summary>What a task's share was made of; with a balance that looks back alone.</summary>
    public (ReplayBatch Batch, float[] Targets) BatchOf(int task) => (_batches[task]!, _targets[task]);

    /// <summary>Lets the balance learn from the step.</summary>
    public void LookBack() => Balance.LookBack(_losses, LossesAfter);

    /// <summary>See <see cref="QNetworkTrainer.Describe"/>.</summary>
    public void Describe(Span<double> losses, Span<double> weights, Span<double> norms, Span<double> cosines)
    {
        _gradients.Multiply(_products);
        for (int i = 0; i < _tasks; i++)
        {
            (losses[i], weights[i], norms[i]) = (_losses[i], _weights[i], Math.Sqrt(_products[i * _tasks + i]));
            for (int j = 0; j < _tasks; j++)
                cosines[i * _tasks + j] = _products[i * _tasks + j] / Math.Sqrt(_products[i * _tasks + i] * _products[j * _tasks + j]);
        }
    }

    public void Dispose() => _gradients.Dispose();
}
