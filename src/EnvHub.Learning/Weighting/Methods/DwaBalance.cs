namespace EnvHub.Learning;

/// <summary>T times <c>softmax(rᵢ / temperature)</c>, rᵢ being the task's mean loss in the last window by that in the one before; equal weights in the first two windows.</summary>
/// <remarks>Source: Liu et al. (2019), End-to-End Multi-Task Learning with Attention. Differs: a loss is the mean over a window of updates, in place of an epoch.</remarks>
public sealed class DwaBalance : TaskBalance
{
    private readonly double _temperature;
    private readonly int _window;
    private readonly double[] _sums, _last, _earlier;
    private long _updates;

    /// <summary>As the options say.</summary>
    public DwaBalance(int tasks, double temperature, int window) : base(tasks) =>
        (_temperature, _window, _sums, _last, _earlier) = (temperature, window, new double[tasks], new double[tasks], new double[tasks]);

    /// <inheritdoc/>
    public override void Weigh(ReadOnlySpan<float> losses, ReadOnlySpan<double> products, Span<double> weights)
    {
        for (int i = 0; i < Tasks; i++) weights[i] = _updates < 2L * _window || _earlier[i] <= 0 ? 1 / _temperature : _last[i] / _earlier[i] / _temperature;
        ToSoftmax(weights);
        for (int i = 0; i < Tasks; i++) _sums[i] += losses[i];
        if (++_updates % _window != 0) return;
        _last.CopyTo(_earlier, 0);
        for (int i = 0; i < Tasks; i++) (_last[i], _sums[i]) = (_sums[i] / _window, 0);
    }

    /// <inheritdoc/>
    public override void Save(ICheckpointWriter writer, string prefix)
    {
        writer.Write<long>($"{prefix}updates", [_updates]);
        writer.Write<double>($"{prefix}sums", _sums);
        writer.Write<double>($"{prefix}last", _last);
        writer.Write<double>($"{prefix}earlier", _earlier);
    }

    /// <inheritdoc/>
    public override void Load(ICheckpointReader reader, string prefix)
    {
        Span<long> updates = stackalloc long[1];
        reader.Read($"{prefix}updates", updates);
        reader.Read<double>($"{prefix}sums", _sums);
        reader.Read<double>($"{prefix}last", _last);
        reader.Read<double>($"{prefix}earlier", _earlier);
        _updates = updates[0];
    }
}
