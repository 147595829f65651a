namespace EnvHub.Learning;

/// <summary>The running standard deviation σ of a task's discounted return: the unit in which its action values are learned.</summary>
/// <remarks>Each copy keeps <c>G ← γG + r</c>, 0 at the start of an episode; every G counts once. Rewards are divided by σ when they are
/// sampled and never shifted, because a shift would change what is optimal in episodes of varying length. Source: the reward scaling of
/// OpenAI Baselines' <c>VecNormalize</c>. Differs: rewards are stored raw, so that old transitions follow the newest σ.</remarks>
public sealed class ReturnNormalizer
{
    private readonly double[] _returns;   // [N]
    private readonly double _discount;
    private double _count, _mean, _squares;   // Welford: _squares = Σ (G - mean)²

    /// <param name="copies">Copies, N; at least 1.</param>
    /// <param name="discount">γ per step, [0, 1].</param>
    public ReturnNormalizer(int copies, double discount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        (_returns, _discount) = (new double[copies], discount);
    }

    /// <summary>σ, above 0; 1 while all returns were equal.</summary>
    public double Scale => _squares > 0 ? Math.Sqrt(_squares / _count) : 1;

    /// <summary>Takes one reward in.</summary>
    public void Add(int copy, double reward, bool ended)
    {
        double value = _discount * _returns[copy] + reward;
        double error = value - _mean;
        _mean += error / ++_count;
        _squares += error * (value - _mean);
        _returns[copy] = ended ? 0 : value;
    }

    /// <summary>Begins every copy's return anew; σ stays.</summary>
    public void CutEpisodes() => _returns.AsSpan().Clear();

    /// <summary>Forgets every return; an episode under way counts from here.</summary>
    public void Clear()
    {
        (_count, _mean, _squares) = (0, 0, 0);
        _returns.AsSpan().Clear();
    }

    /// <summary>Writes the statistics.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<double>($"{prefix}moments", [_count, _mean, _squares]);
        writer.Write<double>($"{prefix}returns", _returns);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Span<double> moments = stackalloc double[3];
        reader.Read($"{prefix}moments", moments);
        reader.Read<double>($"{prefix}returns", _returns);
        (_count, _mean, _squares) = (moments[0], moments[1], moments[2]);
    }

    /// <summary>Takes the statistics of what another normaliser saw, without the episodes that it was in.</summary>
    /// <param name="prefix">Before each name that the other wrote.</param>
    /// <returns>Whether there were some.</returns>
    public bool ContinueFrom(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!reader.Names.Contains($"{prefix}moments")) return false;
        Span<double> moments = stackalloc double[3];
        reader.Read($"{prefix}moments", moments);
        (_count, _mean, _squares) = (moments[0], moments[1], moments[2]);
        return true;
    }

    /// <summary>The σ of a saved normaliser; null where none was saved.</summary>
    /// <param name="prefix">Before each name that it wrote.</param>
    public static double? ScaleIn(ICheckpointReader reader, string prefix)
    {
        var saved = new ReturnNormalizer(copies: 1, discount: 1);
        return saved.ContinueFrom(reader, prefix) ? saved.Scale : null;
    }
}
