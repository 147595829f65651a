using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>What all wrappers share: they own what they stand around, check their caller's buffers, and pass on pictures, infos,
/// generators, counters and partial steps. A wrapper overrides <see cref="OnReset"/> and <see cref="OnStep"/>.</summary>
/// <remarks>In both, empty <c>active</c> flags stand for every copy.</remarks>
public abstract partial class WrapperVector : IPartialVectorEnvironment, IRenderable, IInfoSource, IGeneratorSource, IMetricSource
{
    private readonly IPartialVectorEnvironment? _partial;
    private bool _isReset;

    /// <param name="inner">What the wrapper stands around; disposed with it.</param>
    /// <param name="spec">The spec that the wrapper gives.</param>
    protected WrapperVector(IVectorEnvironment inner, EnvironmentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(spec);
        (Inner, Spec) = (inner, spec);
        _partial = inner is IPartialVectorEnvironment { CanStepApart: true } partial ? partial : null;
    }

    /// <inheritdoc/>
    public EnvironmentSpec Spec { get; }

    /// <inheritdoc/>
    public int Count => Inner.Count;

    /// <inheritdoc/>
    public bool CanStepApart => _partial is not null;

    /// <inheritdoc/>
    public IReadOnlyList<RenderMode> RenderModes => (Inner as IRenderable)?.RenderModes ?? [];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, long> Counters =>
        (Inner as IMetricSource)?.Counters ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, long>.Empty;

    /// <summary>What the wrapper stands around.</summary>
    protected IVectorEnvironment Inner { get; }

    /// <summary>What the wrapper stands around, for steps of some copies.</summary>
    /// <exception cref="HubException">EH1121 it cannot step its copies apart.</exception>
    protected IPartialVectorEnvironment InnerApart => _partial ?? throw ContractErrors.CannotStepApart(Spec.Id.ToString(), GetType().Name);

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        StepGuard.CheckReset(Spec, Count, seeds, output);
        OnReset(seeds, output, []);
        _isReset = true;
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">Also EH1121 what is inside cannot step its copies apart.</exception>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        _ = InnerApart;
        StepGuard.CheckReset(Spec, Count, seeds, output);
        StepGuard.CheckActive(Spec, Count, active);
        OnReset(seeds, output, active);
        _isReset = true;
    }

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        if (Spec.ActionSpace is DiscreteSpace) StepGuard.CheckDiscrete(Spec, Count, _isReset, actions, output);
        else StepGuard.CheckElements(Spec, Count, _isReset, actions, output);
        OnStep(actions, output, []);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">Also EH1121 what is inside cannot step its copies apart.</exception>
    public void Step(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        _ = InnerApart;
        StepGuard.CheckActive(Spec, Count, active);
        StepGuard.CheckPartial(Spec, _isReset, active, actions, output);
        OnStep(actions, output, active);
    }

    /// <inheritdoc/>
    public RenderFrame Render(int copy, RenderMode mode) => Inner is IRenderable shown
        ? shown.Render(copy, mode)
        : throw ContractErrors.RenderUnsupported(Spec.Id.ToString(), mode, []);

    /// <inheritdoc/>
    public virtual JsonObject Info(int copy) => (Inner as IInfoSource)?.Info(copy) ?? [];

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1120 what is inside does not show its generators.</exception>
    public Pcg64State GeneratorStateOf(int copy) => Inner is IGeneratorSource source
        ? source.GeneratorStateOf(copy)
        : throw ContractErrors.NoGenerator(Spec.Id.ToString());

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether <paramref name="copy"/> takes part.</summary>
    protected static bool IsActive(ReadOnlySpan<bool> active, int copy) => active.IsEmpty || active[copy];

    /// <summary>Resets what is inside.</summary>
    protected void ResetInner(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        if (active.IsEmpty) Inner.Reset(seeds, output);
        else InnerApart.Reset(seeds, output, active);
    }

    /// <summary>Steps what is inside.</summary>
    protected void StepInner(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        if (active.IsEmpty) Inner.Step(actions, output);
        else InnerApart.Step(actions, output, active);
    }

    /// <summary>Starts a new episode in the active copies.</summary>
    protected virtual void OnReset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active) =>
        ResetInner(seeds, output, active);

    /// <summary>Advances the active copies by one step. Actions and buffers were checked against <see cref="Spec"/>.</summary>
    protected virtual void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active) =>
        StepInner(actions, output, active);

    /// <summary>Frees what is inside; an override frees its own besides.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Inner.Dispose();
    }
}
