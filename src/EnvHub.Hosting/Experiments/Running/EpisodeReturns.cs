namespace EnvHub.Hosting;

/// <summary>Adds up rewards to returns, per copy, and keeps those of the last episodes.</summary>
internal sealed class EpisodeReturns(int copies)
{
    // The window of the statistic that CleanRL reports.
    private const int Window = 100;

    private readonly double[] _running = new double[copies];
    private readonly double[] _last = new double[Window];

    /// <summary>Episodes that have ended, all copies together.</summary>
    public long Episodes { get; private set; }

    /// <summary>Mean undiscounted return of the last 100 episodes, of fewer if fewer have ended; NaN if none has.</summary>
    public double LastMean
    {
        get
        {
            int count = (int)Math.Min(Episodes, Window);
            double sum = 0;
            for (int i = 0; i < count; i++) sum += _last[i];
            return count == 0 ? double.NaN : sum / count;
        }
    }

    /// <summary>Takes in a step of every copy.</summary>
    public void Add(ReadOnlySpan<double> rewards, ReadOnlySpan<bool> terminated, ReadOnlySpan<bool> truncated)
    {
        for (int i = 0; i < rewards.Length; i++)
        {
            _running[i] += rewards[i];
            if (!(terminated[i] | truncated[i])) continue;
            _last[Episodes++ % Window] = _running[i];
            _running[i] = 0;
        }
    }

    /// <summary>Leaves out the episodes that run: they will not be played to their end.</summary>
    public void DropRunning() => Array.Clear(_running);

    public void Save(ICheckpointWriter writer)
    {
        writer.Write<long>("episodes", [Episodes]);
        writer.Write<double>("running", _running);
        writer.Write<double>("last", _last);
    }

    public void Load(ICheckpointReader reader)
    {
        Episodes = reader.Value<long>("episodes");
        reader.Read<double>("running", _running);
        reader.Read<double>("last", _last);
    }
}
