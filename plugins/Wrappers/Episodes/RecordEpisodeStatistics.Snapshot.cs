namespace EnvHub.Plugins.Wrappers;

/// <content>Running episodes and the last ones, written and taken back. Wall time goes on from where it stood: a pause does not count.</content>
public sealed partial class RecordEpisodeStatistics
{
    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        archive.Array<double>("returns", _returns);
        archive.Array<int>("lengths", _lengths);
        ExchangeElapsed(archive);
        ExchangeLast(archive);
    }

    /// <inheritdoc/>
    protected override void OnRestored() => Array.Clear(_ended);

    private void ExchangeElapsed(SnapshotArchive archive)
    {
        long now = _clock.GetTimestamp();
        long[] elapsed = [.. _starts.Select(start => now - start)];
        archive.Array<long>("elapsed", elapsed);
        for (int i = 0; archive.IsRestoring && i < elapsed.Length; i++) _starts[i] = now - elapsed[i];
    }

    private void ExchangeLast(SnapshotArchive archive)
    {
        double[] returns = [.. _buffer.Select(static episode => episode.Return)], seconds = [.. _buffer.Select(static episode => episode.Seconds)];
        int[] lengths = [.. _buffer.Select(static episode => episode.Length)];
        long count = EpisodeCount;
        archive.Value("last.count", ref count);
        archive.Array<double>("last.returns", returns);
        archive.Array<int>("last.lengths", lengths);
        archive.Array<double>("last.seconds", seconds);
        if (!archive.IsRestoring) return;
        EpisodeCount = count;
        for (int i = 0; i < _buffer.Length; i++) _buffer[i] = new(returns[i], lengths[i], seconds[i]);
    }
}
