namespace EnvHub.Envs.Gymnasium;

/// <summary>Copies of one Python environment, spread over worker processes that step side by side, or in this process.</summary>
/// <remarks>Gymnasium's <c>SyncVectorEnv</c> with the autoreset <c>SAME_STEP</c>, seed for seed. Differs: rewards and flags are as
/// there, observations arrive as the hub's float32 elements whatever their dtype is. Allocates nothing per step.</remarks>
public sealed partial class GymnasiumVector : IPartialVectorEnvironment, IDisposable
{
    private readonly string _id;
    private readonly GymnasiumSettings _settings;
    private readonly WorkerStarter _starter = new();
    private readonly WorkerSlice[] _slices;
    private readonly CopyLedger _ledger;
    private readonly bool[] _hasBegun;
    private bool _isDisposed;

    /// <param name="id">As <c>gymnasium.make</c> takes it.</param>
    /// <param name="count">Copies; at least 1.</param>
    /// <exception cref="HubException">EH4401 to EH4405 no worker can be started, or it refuses to make the environment.</exception>
    public GymnasiumVector(string id, int count, GymnasiumSettings settings)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (_id, Count, _settings, _hasBegun) = (id, count, settings, new bool[count]);
        _slices = WorkerSlice.Share(count, settings.Host == GymnasiumHost.InProcess ? 1 : settings.Workers ?? System.Environment.ProcessorCount);
        try
        {
            var spec = StartAll();
            Spec = spec.ToSpec(GymnasiumPlugin.IdOf(id));
            _ledger = new CopyLedger(count, Spec.ObservationSpace.ElementSize, StepGuard.MaskSizeOf(Spec), settings.OnFailure == FailurePolicy.Restart);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public EnvironmentSpec Spec { get; }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>The workers' process ids.</summary>
    internal IReadOnlyList<int> ProcessIds => [.. _slices.Select(slice => slice.Worker.ProcessId)];

    /// <inheritdoc/>
    /// <exception cref="HubException">Also EH4405 to EH4409 a worker failed.</exception>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        StepGuard.CheckReset(Spec, Count, seeds, output);
        ResetActive(seeds, output, []);
    }

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        StepGuard.CheckReset(Spec, Count, seeds, output);
        StepGuard.CheckActive(Spec, Count, active);
        ResetActive(seeds, output, active);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">Also EH4405 to EH4409 a worker failed: reset before the next step.</exception>
    public void Step(in ActionBatch actions, in StepBuffers output) => StepActive(actions, output, []);

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        StepGuard.CheckActive(Spec, Count, active);
        StepActive(actions, output, active);
    }

    /// <summary>Ends the workers.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        foreach (var slice in _slices) slice.Worker?.Farewell();
        foreach (var slice in _slices) slice.Worker?.Dispose();
        _starter.Dispose();
    }

    private void ResetActive(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        for (int i = 0; i < Count; i++) _hasBegun[i] &= !(active.IsEmpty || active[i]);
        _ledger.Seed(seeds, active);
        foreach (var slice in _slices) slice.AskReset(seeds, active);
        HubException? fault = null;
        foreach (var slice in _slices)
        {
            // A fresh worker has reset its copies from seeds of its own: ask again for those that the caller named.
            for (var failed = slice.Finish(_id); failed is not null && !TryReplace(slice, failed, ref fault); failed = slice.Finish(_id))
                slice.AskReset(seeds, active);
        }
        if (fault is not null) throw fault;
        foreach (var slice in _slices) slice.CollectReset(output, active, _ledger);
        for (int i = 0; i < Count; i++) _hasBegun[i] |= active.IsEmpty || active[i];
    }

    private void StepActive(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        bool haveBegun = HaveBegun(active);
        if (!active.IsEmpty) StepGuard.CheckPartial(Spec, haveBegun, active, actions, output);
        else if (Spec.ActionSpace is DiscreteSpace) StepGuard.CheckDiscrete(Spec, Count, haveBegun, actions, output);
        else StepGuard.CheckElements(Spec, Count, haveBegun, actions, output);
        foreach (var slice in _slices) slice.AskStep(actions, active, _ledger);
        HubException? fault = null;
        foreach (var slice in _slices)
        {
            if (slice.Finish(_id) is { } failed) TryReplace(slice, failed, ref fault);
            else slice.FailuresInARow = 0;
        }
        if (fault is not null)
        {
            _hasBegun.AsSpan().Clear();
            throw fault;
        }
        foreach (var slice in _slices) slice.CollectStep(output, active, _ledger);
    }

    private bool HaveBegun(ReadOnlySpan<bool> active)
    {
        for (int i = 0; i < Count; i++)
            if ((active.IsEmpty || active[i]) && !_hasBegun[i]) return false;
        return true;
    }
}
