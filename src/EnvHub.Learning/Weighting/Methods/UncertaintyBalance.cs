namespace EnvHub.Learning;

/// <summary>Minimises <c>Σᵢ Lᵢ / (2 exp sᵢ) + sᵢ / 2</c> over the network and over sᵢ, the logarithm of the task's noise: a factor of <c>1 / (2 exp sᵢ)</c>.</summary>
/// <remarks>sᵢ begins at -0.5 and moves by plain gradient descent, within ±10 so that nothing overflows. Source: Kendall, Gal and Cipolla (2018).</remarks>
public sealed class UncertaintyBalance : TaskBalance
{
    private const double First = -0.5, Farthest = 10;

    private readonly double _rate;
    private readonly double[] _logVariances;

    /// <summary>As the options say.</summary>
    public UncertaintyBalance(int tasks, double rate) : base(tasks)
    {
        (_rate, _logVariances) = (rate, new double[tasks]);
        Array.Fill(_logVariances, First);
    }

    /// <inheritdoc/>
    public override void Weigh(ReadOnlySpan<float> losses, ReadOnlySpan<double> products, Span<double> weights)
    {
        for (int i = 0; i < Tasks; i++)
        {
            weights[i] = 0.5 * Math.Exp(-_logVariances[i]);
            _logVariances[i] = Math.Clamp(_logVariances[i] - _rate * (0.5 - weights[i] * losses[i]), -Farthest, Farthest);
        }
    }

    /// <inheritdoc/>
    public override void Save(ICheckpointWriter writer, string prefix) => writer.Write<double>($"{prefix}logVariances", _logVariances);

    /// <inheritdoc/>
    public override void Load(ICheckpointReader reader, string prefix) => reader.Read<double>($"{prefix}logVariances", _logVariances);
}
