namespace EnvHub.Plugins.Wrappers;

/// <summary>Running mean and variance of float32 vectors, in the precision and order of operations of Gymnasium's own.</summary>
/// <remarks>Source: Chan, Golub and LeVeque (1979), the update by a batch. The weight starts at 1e-4, not 0, so that the first batch does
/// not divide by 0.</remarks>
internal sealed class RunningFloatMoments(int size)
{
    public const double StartWeight = 1e-4;

    private readonly float[] _batchMean = new float[size], _batchVariance = new float[size];
    private double _weight = StartWeight;

    public float[] Mean { get; } = new float[size];

    public float[] Variance { get; } = Enumerable.Repeat(1f, size).ToArray();

    /// <summary>Adds the rows that are chosen, as one batch.</summary>
    /// <param name="rows">Shape <c>[N, size]</c>.</param>
    /// <param name="chosen">Shape <c>[N]</c>.</param>
    public void Add(ReadOnlySpan<float> rows, ReadOnlySpan<bool> chosen)
    {
        int count = chosen.Count(true);
        if (count == 0) return;
        Summarize(rows, chosen, count);
        float weight = (float)_weight, total = (float)(_weight + count);
        for (int i = 0; i < size; i++)
        {
            float delta = _batchMean[i] - Mean[i];
            float squares = Variance[i] * weight + _batchVariance[i] * count + delta * delta * weight * count / total;
            Mean[i] += delta * count / total;
            Variance[i] = squares / total;
        }
        _weight += count;
    }

    public void Save(ICheckpointWriter writer)
    {
        writer.Write<float>("mean", Mean);
        writer.Write<float>("variance", Variance);
        writer.Write<double>("weight", [_weight]);
    }

    public void Load(ICheckpointReader reader)
    {
        Span<double> weight = stackalloc double[1];
        reader.Read<float>("mean", Mean);
        reader.Read<float>("variance", Variance);
        reader.Read("weight", weight);
        _weight = weight[0];
    }

    public void Exchange(SnapshotArchive archive)
    {
        archive.Array<float>("mean", Mean);
        archive.Array<float>("variance", Variance);
        archive.Value("weight", ref _weight);
    }

    private void Summarize(ReadOnlySpan<float> rows, ReadOnlySpan<bool> chosen, int count)
    {
        Array.Clear(_batchMean);
        Array.Clear(_batchVariance);
        for (int row = 0; row < chosen.Length; row++)
            for (int i = 0; chosen[row] && i < size; i++) _batchMean[i] += rows[row * size + i];
        for (int i = 0; i < size; i++) _batchMean[i] /= count;
        for (int row = 0; row < chosen.Length; row++)
        {
            for (int i = 0; chosen[row] && i < size; i++)
            {
                float distance = rows[row * size + i] - _batchMean[i];
                _batchVariance[i] += distance * distance;
            }
        }
        for (int i = 0; i < size; i++) _batchVariance[i] /= count;
    }
}
