namespace EnvHub.Learning;

/// <summary>Mean undiscounted return of the last episodes of one task, as the learner takes them in: exploration included.</summary>
public sealed class TrainingReturns
{
    private readonly double[] _running;   // [N], of the episode that each copy is in
    private readonly double[] _last;      // a ring of finished episodes
    private long _episodes;

    /// <param name="copies">Copies, N.</param>
    /// <param name="window">Episodes in the mean, at least 1.</param>
    public TrainingReturns(int copies, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        (_running, _last) = (new double[copies], new double[window]);
    }

    /// <summary>The mean; NaN before the first episode's end.</summary>
    public double Mean
    {
        get
        {
            if (_episodes == 0) return double.NaN;
            var held = _last.AsSpan(0, (int)Math.Min(_episodes, _last.Length));
            double sum = 0;
            foreach (double value in held) sum += value;
            return sum / held.Length;
        }
    }

    /// <summary>Takes a round in.</summary>
    public void Add(in TransitionBatch transitions)
    {
        for (int i = 0; i < _running.Length; i++)
        {
            _running[i] += transitions.Rewards[i];
            if (!transitions.Terminated[i] && !transitions.Truncated[i]) continue;
            _last[_episodes++ % _last.Length] = _running[i];
            _running[i] = 0;
        }
    }

    /// <summary>Writes the returns.</summary>
    /// <param name="prefix">Before each name.</param>
    public void Save(ICheckpointWriter writer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write<long>($"{prefix}episodes", [_episodes]);
        writer.Write<double>($"{prefix}running", _running);
        writer.Write<double>($"{prefix}last", _last);
    }

    /// <summary>Continues from what <see cref="Save"/> wrote.</summary>
    public void Load(ICheckpointReader reader, string prefix)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Span<long> episodes = stackalloc long[1];
        reader.Read($"{prefix}episodes", episodes);
        reader.Read<double>($"{prefix}running", _running);
        reader.Read<double>($"{prefix}last", _last);
        _episodes = episodes[0];
    }
}
