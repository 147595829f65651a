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
    private readonly int _observationSize, _actionSize;
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
        _isDiscrete = spec.ActionSpace is DiscreteSpace;
    }

    /// <inheritdoc/>
    public EnvironmentSpec Spec { get; }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, Span<float> observations)
    {
        StepGuard.CheckReset(Spec, Count, seeds, observations);
        for (int i = 0; i < Count; i++) Begin(i, seeds, observations);
    }

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, Span<float> observations, ReadOnlySpan<bool> active)
    {
        StepGuard.CheckReset(Spec, Count, seeds, observations);
        StepGuard.CheckActive(Spec, Count, active);
        for (int i = 0; i < Count; i++)
            if (active[i]) Begin(i, seeds, observations);
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
            StepRow(first, Row(actions, first, next - first), Row(output, first, next - first));
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

    /// <summary>What the last step or reset of a copy told besides: Gymnasium's <c>info</c>; null for nothing.</summary>
    protected virtual JsonObject? Describe(int copy) => null;

    /// <summary>A picture of a copy that has begun, in one of <see cref="RenderModes"/>.</summary>
    protected virtual RenderFrame OnRender(int copy, RenderMode mode) => throw ContractErrors.RenderUnsupported(Spec.Id.ToString(), mode, RenderModes);

    private void Begin(int copy, ReadOnlySpan<ulong> seeds, Span<float> observations)
    {
        _finalInfos.Clear(copy, 1);
        var random = seeds.IsEmpty ? _episodes.Begin(copy) : _episodes.Begin(copy, seeds[copy]);
        Start(copy, random, observations.Slice(copy * _observationSize, _observationSize));
    }

    private void StepRow(int first, in ActionBatch actions, in StepBuffers rows)
    {
        Advance(first, actions, rows);
        rows.FinalObservations.CopyTo(rows.Observations);
        _finalInfos.Clear(first, rows.Rewards.Length);
        for (int i = 0; i < rows.Terminated.Length; i++)
        {
            bool truncated = _episodes.CountStep(first + i);
            rows.Truncated[i] = truncated;
            if (truncated || rows.Terminated[i]) Restart(first + i, rows.Observations.Slice(i * _observationSize, _observationSize));
        }
    }

    private void Restart(int copy, Span<float> observation)
    {
        if (_finalInfos.AreKept) _finalInfos.Set(copy, Describe(copy));
        Start(copy, _episodes.Begin(copy), observation);
    }

    private ActionBatch Row(in ActionBatch actions, int first, int count) => _isDiscrete
        ? new(actions.Discrete.Slice(first, count))
        : new(actions.Elements.Slice(first * _actionSize, count * _actionSize));

    private StepBuffers Row(in StepBuffers output, int first, int count) => new()
    {
        Observations = output.Observations.Slice(first * _observationSize, count * _observationSize),
        FinalObservations = output.FinalObservations.Slice(first * _observationSize, count * _observationSize),
        Rewards = output.Rewards.Slice(first, count),
        Terminated = output.Terminated.Slice(first, count),
        Truncated = output.Truncated.Slice(first, count),
    };

    private static int IndexFrom(ReadOnlySpan<bool> active, int start, bool value)
    {
        int offset = active[start..].IndexOf(value);
        return offset < 0 ? active.Length : start + offset;
    }
}
