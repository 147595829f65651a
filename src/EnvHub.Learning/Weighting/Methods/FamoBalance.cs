namespace EnvHub.Learning;

/// <summary>Follows the gradient of <c>Σᵢ zᵢ log Lᵢ</c>, z being a softmax whose logits move against what the last step did to each log loss: all are to fall alike.</summary>
/// <remarks>Costs one more forward pass per task. Source: Liu et al. (2023), FAMO. Differs: weights add up to T in place of 1; logits move by plain descent, as the paper has it, with the decay
/// of its program.</remarks>
public sealed class FamoBalance : TaskBalance
{
    private const double Decay = 1e-3, Least = 1e-8;

    private readonly double _rate;
    private readonly double[] _logits, _shares, _gains;

    /// <summary>As the options say.</summary>
    public FamoBalance(int tasks, double rate) : base(tasks) => (_rate, _logits, _shares, _gains) = (rate, new double[tasks], new double[tasks], new double[tasks]);

    /// <inheritdoc/>
    public override bool LooksBack => true;

    /// <inheritdoc/>
    public override void Weigh(ReadOnlySpan<float> losses, ReadOnlySpan<double> products, Span<double> weights)
    {
        _logits.CopyTo(_shares, 0);
        ToSoftmax(_shares);
        for (int i = 0; i < Tasks; i++) weights[i] = _shares[i] / (losses[i] + Least);
        ToMeanOne(weights);
    }

    /// <inheritdoc/>
    public override void LookBack(ReadOnlySpan<float> before, ReadOnlySpan<float> after)
    {
        double mean = 0;
        for (int i = 0; i < Tasks; i++)
        {
            _gains[i] = Math.Log(before[i] + Least) - Math.Log(after[i] + Least);
            mean += _shares[i] / Tasks * _gains[i];
        }
        // Back through the softmax.
        for (int i = 0; i < Tasks; i++) _logits[i] -= _rate * (_shares[i] / Tasks * (_gains[i] - mean) + Decay * _logits[i]);
    }

    /// <inheritdoc/>
    public override void Save(ICheckpointWriter writer, string prefix) => writer.Write<double>($"{prefix}logits", _logits);

    /// <inheritdoc/>
    public override void Load(ICheckpointReader reader, string prefix) => reader.Read<double>($"{prefix}logits", _logits);
}
