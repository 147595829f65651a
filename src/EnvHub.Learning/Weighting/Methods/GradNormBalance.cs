namespace EnvHub.Learning;

/// <summary>Moves the weights until each weighted gradient of the shared parameters is as long as their mean length times <c>rᵢ^α</c>, rᵢ being how much less the task's loss has
/// fallen than the others' have.</summary>
/// <remarks>Source: Chen et al. (2018), GradNorm. Differs: a weight moves by the sign of its excess times its gradient's length by the mean length, so that the rate does not depend on the losses' units;
/// none falls below 0.01.</remarks>
public sealed class GradNormBalance : TaskBalance
{
    private const double Least = 0.01, Tiny = 1e-12;

    private readonly double _rate, _asymmetry;
    private readonly double[] _weights, _first, _norms, _progress;

    /// <summary>As the options say.</summary>
    public GradNormBalance(int tasks, double rate, double asymmetry) : base(tasks)
    {
        (_rate, _asymmetry, _weights, _first) = (rate, asymmetry, new double[tasks], new double[tasks]);
        (_norms, _progress) = (new double[tasks], new double[tasks]);
        Array.Fill(_weights, 1);
    }

    /// <inheritdoc/>
    public override bool NeedsProducts => true;

    /// <inheritdoc/>
    public override void Weigh(ReadOnlySpan<float> losses, ReadOnlySpan<double> products, Span<double> weights)
    {
        _weights.CopyTo(weights);
        double meanNorm = 0, meanLength = 0, meanProgress = 0;
        for (int i = 0; i < Tasks; i++)
        {
            if (_first[i] <= 0) _first[i] = losses[i];
            _norms[i] = Math.Sqrt(Math.Max(products[i * Tasks + i], 0));
            _progress[i] = losses[i] / Math.Max(_first[i], Tiny);
            meanNorm += _norms[i] / Tasks;
            meanLength += _weights[i] * _norms[i] / Tasks;
            meanProgress += _progress[i] / Tasks;
        }
        if (meanNorm <= Tiny || meanProgress <= Tiny) return;
        for (int i = 0; i < Tasks; i++)
        {
            double wanted = meanLength * Math.Pow(_progress[i] / meanProgress, _asymmetry);
            _weights[i] = Math.Max(_weights[i] - _rate * Math.Sign(_weights[i] * _norms[i] - wanted) * _norms[i] / meanNorm, Least);
        }
        ToMeanOne(_weights);
    }

    /// <inheritdoc/>
    public override void Save(ICheckpointWriter writer, string prefix)
    {
        writer.Write<double>($"{prefix}weights", _weights);
        writer.Write<double>($"{prefix}first", _first);
    }

    /// <inheritdoc/>
    public override void Load(ICheckpointReader reader, string prefix)
    {
        reader.Read<double>($"{prefix}weights", _weights);
        reader.Read<double>($"{prefix}first", _first);
    }
}
