namespace EnvHub.Envs.Gymnasium;

/// <content>Starts workers, and replaces those that fail.</content>
public sealed partial class GymnasiumVector : IMetricSource
{
    // A worker that fails again and again before its first step will not get better.
    private const int MostFailuresInARow = 10;

    private static readonly TimeSpan LongSpin = TimeSpan.FromMicroseconds(100), ShortSpin = TimeSpan.FromMicroseconds(5);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> Counters => new Dictionary<string, long> { ["worker_restarts"] = _ledger.Failures };

    // Whoever looks at a word keeps a core busy: all may only where there is a core for each.
    private TimeSpan Spin => _slices.Length < System.Environment.ProcessorCount ? LongSpin : ShortSpin;

    // All processes start at once; each answer is waited for afterwards.
    private WorkerSpec StartAll()
    {
        WorkerSpec? spec = null;
        foreach (var slice in _slices) slice.Worker = WorkerOf(slice);
        foreach (var slice in _slices) slice.Worker.Map(spec = slice.Worker.ReadSpec(), Spin);
        foreach (var slice in _slices) slice.Worker.Ready();
        return spec!;
    }

    private IWorker WorkerOf(WorkerSlice slice) => _settings.Host == GymnasiumHost.InProcess
        ? new InProcessWorker(_id, slice.Count, _settings)
        : new Worker(_id, slice.Count, _settings, _starter) { First = slice.First };

    /// <summary>Puts a fresh worker in the place of one that failed, if the policy says so.</summary>
    /// <returns>Whether the task is to end: <paramref name="fault"/> then says why.</returns>
    private bool TryReplace(WorkerSlice slice, HubException failed, ref HubException? fault)
    {
        if (_settings.OnFailure == FailurePolicy.Fail)
        {
            fault ??= failed;
            return true;
        }
        for (HubException? next = failed; next is not null; next = StartAgain(slice))
        {
            _ledger.Failures++;
            if (++slice.FailuresInARow < MostFailuresInARow) continue;
            fault ??= GymnasiumErrors.NoProgress(_id, slice.FailuresInARow, next);
            return true;
        }
        for (int i = 0; i < slice.Count; i++) _ledger.SetLost(slice.First + i, true);
        return false;
    }

    /// <summary>A fresh worker whose copies are reset from fresh seeds.</summary>
    /// <returns>What went wrong; null for nothing.</returns>
    private HubException? StartAgain(WorkerSlice slice)
    {
        slice.Worker.Kill();
        slice.Worker.Dispose();
        try
        {
            slice.Worker = WorkerOf(slice);
            slice.Worker.Map(slice.Worker.ReadSpec(), Spin);
            slice.Worker.Ready();
            slice.AskFresh(_ledger);
            return slice.Finish(_id);
        }
        catch (HubException failed)
        {
            return failed;
        }
    }
}
