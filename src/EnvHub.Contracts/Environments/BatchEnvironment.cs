using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>The order of events of an environment that holds its N copies in arrays: checks, step limit, same-step restart, generators,
/// infos, steps of some copies. An author gives the start and the dynamics of a row of neighbouring copies.</summary>
/// <remarks>Faster than N copies of <see cref="Environment{TObservation, TAction}"/>, and as exact. Allocates nothing per step, until
/// <see cref="Info"/> is asked for.</remarks>
public abstract partial class BatchEnvironment : IPartialVectorEnvironment, IRenderable, IInfoSource, IGeneratorSource
{
    private readonly Episodes _episodes;
    private readonly int _observationSize, _actionSize, _maskSize;
    private readonly bool _isDiscrete;
    private readonly FinalInfos _finalInfos;

    /// <param name="count">Copies; at least 1.</param>
    /// <exception cref="HubException">EH1100 fewer than one copy.</exception>
    protected BatchEnvironment(int count, EnvironmentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (count < 1) throw ContractErrors.BadCopies(spec.Id.ToString(), count);
        (Count, Spec, _episodes, _finalInfos) = (count, spec, new Episodes(count, spec.MaxEpisodeSteps), new FinalInfos(count));
        (_observationSize, _actionSize) = (spec.ObservationSpace.ElementSize, spec.ActionSpace.ElementSize);
        (_isDiscrete, _maskSize) = (spec.ActionSpace is DiscreteSpace, StepGuard.MaskSizeOf(spec));
    }

    /// <inheritdoc/>
    public EnvironmentSpec Spec { get; }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        StepGuard.CheckReset(Spec, Count, seeds, output);
        for (int i = 0; i < Count; i++) Begin(i, seeds, output);
    }

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        StepGuard.CheckReset(Spec, Count, seeds, output);
        StepGuard.CheckActive(Spec, Count, active);
        for (int i = 0; i < Count; i++)
            if (active[i]) Begin(i, seeds, output);
    }

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        if (_isDiscrete) StepGuard.CheckDiscrete(Spec, Count, _episodes.HaveAllBegun, actions, output);
        else StepGuard.CheckElements(Spec, Count, _episodes.HaveAllBegun, actions, output);
        StepRow(0, actions, output);
    }

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        StepGuard.CheckActive(Spec, Count, active);
        StepGuard.CheckPartial(Spec, _episodes.HaveBegun(active), active, actions, output);
        int first, next = 0;
        while ((first = IndexFrom(active, next, true)) < Count)
        {
            next = IndexFrom(active, first, false);
            StepRow(first, Row(actions, first, next - first), output.Rows(first, next - first));
        }
    }

    /// <inheritdoc/>
    public virtual IReadOnlyList<RenderMode> RenderModes => [];

    /// <inheritdoc/>
    public RenderFrame Render(int copy, RenderMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(copy);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(copy, Count);
        StepGuard.CheckRender(Spec, _episodes.HasBegun(copy), mode, RenderModes);
        return OnRender(copy, mode);
    }

    /// <inheritdoc/>
    public JsonObject Info(int copy) => _finalInfos.With(Describe(copy), copy);

    /// <inheritdoc/>
    public Pcg64State GeneratorStateOf(int copy) => RandomOf(copy).State;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the environment holds. May be called twice.</summary>
    protected virtual void Dispose(bool disposing) { }

    /// <summary>The generator of <paramref name="copy"/>: the only source of chance that an author may use.</summary>
    protected RandomGenerator RandomOf(int copy) => _episodes.RandomOf(copy);

    /// <summary>Draws the start state of <paramref name="copy"/> and writes what it sees first, shape <c>[ElementSize]</c>.</summary>
    protected abstract void Start(int copy, RandomGenerator random, Span<float> observation);

    /// <summary>Advances neighbouring copies by one step.</summary>
    /// <param name="first">The first of them: the k-th action and the k-th row of <paramref name="rows"/> belong to copy first + k.</param>
    /// <param name="actions">One per copy, checked.</param>
    /// <param name="rows">Write the final observations, the rewards and the terminated flags; all else is written afterwards.</param>
    protected abstract void Advance(int first, in ActionBatch actions, in StepBuffers rows);

    /// <summary>Says which actions a copy can take as it stands, where the spec has masks; called after each start and each step that somebody wants
    /// to know it of. All are possible unless an author overrides it.</summary>
    /// <param name="mask">Receives the mask, shape <c>[M]</c>: see <see cref="ActionMask"/>.</param>
    protected virtual void WriteActionMask(int copy, Span<bool> mask) => mask.Fill(true);

    /// <summary>What the last step or reset of a copy told besides: Gymnasium's <c>info</c>; null for nothing.</summary>
    protected virtual JsonObject? Describe(int copy) => null;

    /// <summary>A picture of a copy that has begun, in one of <see cref="RenderModes"/>.</summary>
    protected virtual RenderFrame OnRender(int copy, RenderMode mode) => throw ContractErrors.RenderUnsupported(Spec.Id.ToString(), mode, RenderModes);

    private void Begin(int copy, ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        _finalInfos.Clear(copy, 1);
        var random = seeds.IsEmpty ? _episodes.Begin(copy) : _episodes.Begin(copy, seeds[copy]);
        Start(copy, random, output.Observations.Slice(copy * _observationSize, _observationSize));
        if (!output.ActionMasks.IsEmpty) WriteMask(copy, MaskOf(output.ActionMasks, copy), mayBeEmpty: false);
    }

    private void StepRow(int first, in ActionBatch actions, in StepBuffers rows)
    {
        Advance(first, actions, rows);
        rows.FinalObservations.CopyTo(rows.Observations);
        _finalInfos.Clear(first, rows.Rewards.Length);
        bool anyEnded = false;
        for (int i = 0; i < rows.Terminated.Length; i++)
        {
            bool truncated = _episodes.CountStep(first + i);
            rows.Truncated[i] = truncated;
            bool ended = truncated || rows.Terminated[i];
            if (!rows.FinalActionMasks.IsEmpty) WriteMask(first + i, MaskOf(rows.FinalActionMasks, i), mayBeEmpty: rows.Terminated[i]);
            if (!ended) continue;
            Restart(first + i, rows.Observations.Slice(i * _observationSize, _observationSize));
            anyEnded = true;
        }
        if (!rows.ActionMasks.IsEmpty) WriteNextMasks(first, rows, anyEnded);
    }

    // Of copies that go on they are the final ones.
    private void WriteNextMasks(int first, in StepBuffers rows, bool anyEnded)
    {
        rows.FinalActionMasks.CopyTo(rows.ActionMasks);
        if (!anyEnded) return;
        for (int i = 0; i < rows.Terminated.Length; i++)
            if (rows.Terminated[i] | rows.Truncated[i]) WriteMask(first + i, MaskOf(rows.ActionMasks, i), mayBeEmpty: false);
    }

    private Span<bool> MaskOf(Span<bool> masks, int row) => masks.Slice(row * _maskSize, _maskSize);

    private void WriteMask(int copy, Span<bool> mask, bool mayBeEmpty)
    {
        WriteActionMask(copy, mask);
        if (!mayBeEmpty) StepGuard.CheckMask(Spec, copy, mask);
    }

    private void Restart(int copy, Span<float> observation)
    {
        if (_finalInfos.AreKept) _finalInfos.Set(copy, Describe(copy));
        Start(copy, _episodes.Begin(copy), observation);
    }

    private ActionBatch Row(in ActionBatch actions, int first, int count) => _isDiscrete
        ? new(actions.Discrete.Slice(first, count))
        : new(actions.Elements.Slice(first * _actionSize, count * _actionSize));

    private static int IndexFrom(ReadOnlySpan<bool> active, int start, bool value)
    {
        int offset = active[start..].IndexOf(value);
        return offset < 0 ? active.Length : start + offset;
    }
}
