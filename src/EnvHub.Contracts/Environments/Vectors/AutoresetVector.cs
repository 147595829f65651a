using System.Text.Json.Nodes;

namespace EnvHub.Contracts;

/// <summary>A vector environment with another autoreset mode than the hub's own, for callers who are used to Gymnasium's.</summary>
/// <remarks>What is inside restarts in the step that ends an episode; the first observation is kept here until it is due, so the same
/// draws are made as by a later restart. Allocates nothing after it was made. Source: <c>gymnasium.vector.AutoresetMode</c>.
/// Differs: pictures and generators of a copy that waits already show the next episode.</remarks>
public sealed partial class AutoresetVector : IDisposable
{
    private readonly IPartialVectorEnvironment _inner;
    private readonly int _size, _maskSize;
    private readonly float[] _nextStarts;
    private readonly bool[] _waits, _active, _nextMasks;

    /// <param name="inner">Disposed with this; see <see cref="SeparateCopies.Of"/>.</param>
    /// <param name="mode">When a copy starts its next episode.</param>
    public AutoresetVector(IPartialVectorEnvironment inner, AutoresetMode mode)
    {
        ArgumentNullException.ThrowIfNull(inner);
        (_inner, Mode, _size, _maskSize) = (inner, mode, inner.Spec.ObservationSpace.ElementSize, StepGuard.MaskSizeOf(inner.Spec));
        (_nextStarts, _waits, _active) = (new float[inner.Count * _size], new bool[inner.Count], new bool[inner.Count]);
        _nextMasks = new bool[inner.Count * _maskSize];
    }

    /// <summary>When a copy starts its next episode.</summary>
    public AutoresetMode Mode { get; }

    /// <summary>What is known of the environment.</summary>
    public EnvironmentSpec Spec => _inner.Spec;

    /// <summary>How many copies.</summary>
    public int Count => _inner.Count;

    /// <summary>What is inside: for pictures.</summary>
    public IVectorEnvironment Inner => _inner;

    /// <summary>Starts a new episode in every copy.</summary>
    /// <param name="seeds">Shape <c>[Count]</c>, or empty: each copy's generator goes on.</param>
    /// <param name="output">Receives the first observations, shape <c>[Count, ElementSize]</c>, and their masks.</param>
    /// <exception cref="HubException">EH1101 a buffer has the wrong length.</exception>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        if (seeds.IsEmpty && _waits.AsSpan().Contains(true))
        {
            Array.Fill(_active, true);
            Reset(seeds, output, _active);
            return;
        }
        _inner.Reset(seeds, output);
        Array.Clear(_waits);
    }

    /// <summary>Starts a new episode in some copies: Gymnasium's <c>reset(options={"reset_mask": ...})</c>.</summary>
    /// <param name="seeds">Shape <c>[Count]</c>, or empty: each copy's generator goes on.</param>
    /// <param name="output">Shape <c>[Count, ElementSize]</c>; receives the first observations of the copies that are reset, and their masks;
    /// the other rows are left as they are.</param>
    /// <param name="mask">Which copies, shape <c>[Count]</c>.</param>
    /// <exception cref="HubException">EH1101 a buffer has the wrong length.</exception>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> mask)
    {
        StepGuard.CheckReset(Spec, Count, seeds, output);
        StepGuard.CheckActive(Spec, Count, mask);
        for (int i = 0; i < Count; i++)
        {
            // A copy that waits has started its next episode already; without a seed that start is the right one.
            bool isReady = mask[i] && _waits[i] && seeds.IsEmpty;
            if (isReady) ShowNext(i, output);
            _waits[i] &= !mask[i];
            _active[i] = mask[i] && !isReady;
        }
        if (_active.AsSpan().Contains(true)) _inner.Reset(seeds, output, _active);
    }

    /// <summary>Advances by one step.</summary>
    /// <param name="actions">One per copy; that of a copy that restarts in this step is not looked at.</param>
    /// <param name="output">Caller-owned; every element is written. In the modes other than <see cref="AutoresetMode.SameStep"/> the two
    /// observations are the same.</param>
    /// <exception cref="HubException">As <see cref="IVectorEnvironment.Step"/>; EH1122 in <see cref="AutoresetMode.Disabled"/>, a copy
    /// whose episode has ended was not reset; no copy has been stepped.</exception>
    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        if (Mode == AutoresetMode.SameStep)
        {
            _inner.Step(actions, output);
            return;
        }
        int waiting = _waits.AsSpan().IndexOf(true);
        if (waiting >= 0 && Mode == AutoresetMode.Disabled) throw ContractErrors.NotRestarted(Spec.Id.ToString(), waiting);
        if (waiting < 0) _inner.Step(actions, output);
        else StepOthers(actions, output);
        for (int i = 0; i < Count; i++)
        {
            _waits[i] = output.Terminated[i] | output.Truncated[i];
            if (_waits[i]) Withhold(i, output);
        }
    }

    /// <summary>What the last step or reset of a copy told besides: Gymnasium's <c>info</c>.</summary>
    public JsonObject Info(int copy)
    {
        var info = (_inner as IInfoSource)?.Info(copy) ?? [];
        if (Mode == AutoresetMode.SameStep) return info;
        var final = info["final_info"] as JsonObject;
        info.Remove("final_info");
        return _waits[copy] ? final ?? [] : info;
    }

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();

    private void StepOthers(in ActionBatch actions, in StepBuffers output)
    {
        for (int i = 0; i < Count; i++) _active[i] = !_waits[i];
        if (_active.AsSpan().Contains(true)) _inner.Step(actions, output, _active);
        for (int i = 0; i < Count; i++)
        {
            if (!_waits[i]) continue;
            ShowNext(i, new ResetBuffers(output.Observations, output.ActionMasks));
            ShowNext(i, new ResetBuffers(output.FinalObservations, output.FinalActionMasks));
            (output.Rewards[i], output.Terminated[i], output.Truncated[i]) = (0, false, false);
        }
    }

    private void Withhold(int copy, in StepBuffers output)
    {
        RowOf(output.Observations, copy).CopyTo(RowOf(_nextStarts, copy));
        RowOf(output.FinalObservations, copy).CopyTo(RowOf(output.Observations, copy));
        if (output.ActionMasks.IsEmpty) return;
        MaskOf(output.ActionMasks, copy).CopyTo(MaskOf(_nextMasks, copy));
        MaskOf(output.FinalActionMasks, copy).CopyTo(MaskOf(output.ActionMasks, copy));
    }

    private void ShowNext(int copy, in ResetBuffers output)
    {
        RowOf(_nextStarts, copy).CopyTo(RowOf(output.Observations, copy));
        if (!output.ActionMasks.IsEmpty) MaskOf(_nextMasks, copy).CopyTo(MaskOf(output.ActionMasks, copy));
    }

    private Span<bool> MaskOf(Span<bool> masks, int copy) => masks.Slice(copy * _maskSize, _maskSize);

    private Span<float> RowOf(Span<float> rows, int copy) => rows.Slice(copy * _size, _size);
}
