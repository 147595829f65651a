using System.Text.Json.Nodes;

namespace EnvHub.Plugins.Wrappers;

/// <summary>Tells return, length and wall time of each episode: in the info of the step that ended it, under <c>final_info</c>, as
/// <c>"episode": {"r", "l", "t"}</c>, and in a buffer of the last ones.</summary>
/// <remarks>Source: Gymnasium's <c>RecordEpisodeStatistics</c>. The hub's own statistics do not need it.</remarks>
public sealed partial class RecordEpisodeStatistics : WrapperVector
{
    private readonly RecordEpisodeStatisticsOptions _options;
    private readonly TimeProvider _clock;
    private readonly double[] _returns;
    private readonly int[] _lengths;
    private readonly long[] _starts;
    private readonly EpisodeStatistics?[] _ended;
    private readonly EpisodeStatistics[] _buffer;

    /// <param name="inner">Disposed with this.</param>
    /// <param name="clock">Tells the time; null: the system's.</param>
    public RecordEpisodeStatistics(IVectorEnvironment inner, RecordEpisodeStatisticsOptions options, TimeProvider? clock = null)
        : base(inner, inner?.Spec!)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _clock, _buffer) = (options, clock ?? TimeProvider.System, new EpisodeStatistics[options.BufferLength]);
        (_returns, _lengths, _starts, _ended) = (new double[Count], new int[Count], new long[Count], new EpisodeStatistics?[Count]);
    }

    /// <summary>Episodes that have ended, all copies together.</summary>
    public long EpisodeCount { get; private set; }

    /// <summary>The last episodes, oldest first; as many as the options say, or all.</summary>
    public IEnumerable<EpisodeStatistics> Last
    {
        get
        {
            for (long i = Math.Max(0, EpisodeCount - _buffer.Length); i < EpisodeCount; i++) yield return _buffer[i % _buffer.Length];
        }
    }

    /// <inheritdoc/>
    public override JsonObject Info(int copy)
    {
        var info = base.Info(copy);
        if (_ended[copy] is not { } episode) return info;
        if (info["final_info"] is not JsonObject final) info["final_info"] = final = [];
        final[_options.StatsKey] = new JsonObject { ["r"] = episode.Return, ["l"] = episode.Length, ["t"] = episode.Seconds };
        return info;
    }

    /// <inheritdoc/>
    protected override void OnReset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        ResetInner(seeds, output, active);
        for (int i = 0; i < Count; i++)
        {
            if (!IsActive(active, i)) continue;
            Begin(i);
            _ended[i] = null;
        }
    }

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        StepInner(actions, output, active);
        for (int i = 0; i < Count; i++)
        {
            if (!IsActive(active, i)) continue;
            _ended[i] = null;
            _returns[i] += output.Rewards[i];
            _lengths[i]++;
            if (output.Terminated[i] | output.Truncated[i]) End(i);
        }
    }

    private void End(int copy)
    {
        var episode = new EpisodeStatistics(_returns[copy], _lengths[copy], Math.Round(_clock.GetElapsedTime(_starts[copy]).TotalSeconds, 6));
        _ended[copy] = episode;
        _buffer[EpisodeCount++ % _buffer.Length] = episode;
        Begin(copy);
    }

    private void Begin(int copy) => (_returns[copy], _lengths[copy], _starts[copy]) = (0, 0, _clock.GetTimestamp());
}
