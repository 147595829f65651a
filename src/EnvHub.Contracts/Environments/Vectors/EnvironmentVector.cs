using System.Runtime.CompilerServices;

namespace EnvHub.Contracts;

/// <summary>N copies of a one-copy environment, stepped one after the other in the same step: the adapter between what authors write
/// and what the hub runs.</summary>
/// <remarks>Applies the spec's step limit and the same-step autoreset. Allocates only what the author's environment allocates.
/// When the author's code fails within a step or a reset, the copies stand at different steps: reset before the next step.</remarks>
public sealed partial class EnvironmentVector<TObservation, TAction> : IPartialVectorEnvironment where TObservation : notnull where TAction : notnull
{
    private readonly Environment<TObservation, TAction>[] _copies;
    private readonly int[] _steps;
    private readonly int _elementSize, _maskSize;
    private bool _isReset;

    /// <param name="create">Makes one copy; called <paramref name="count"/> times.</param>
    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Where a step limit may stand that replaces the spec's; null for none.</param>
    /// <exception cref="HubException">EH1100 fewer than one copy; EH1120 the actions differ in size, which no buffer holds.</exception>
    public EnvironmentVector(Func<Environment<TObservation, TAction>> create, int count, EnvironmentSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(create);
        if (count < 1) throw ContractErrors.BadCopies("EnvironmentVector", count);
        (_copies, _finalInfos) = (new Environment<TObservation, TAction>[count], new FinalInfos(count));
        CreateAll(create);
        Spec = settings?.Limit(_copies[0].Spec) ?? _copies[0].Spec;
        if (!Spec.ActionSpace.IsFlattenable) throw RefuseActions();
        (_steps, _elementSize, _maskSize) = (new int[count], Spec.ObservationSpace.ElementSize, StepGuard.MaskSizeOf(Spec));
    }

    /// <inheritdoc/>
    public EnvironmentSpec Spec { get; }

    /// <inheritdoc/>
    public int Count => _copies.Length;

    /// <inheritdoc/>
    /// <exception cref="HubException">Also EH1107 an observation is NaN; EH1108 no action is possible.</exception>
    public void Reset(ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        StepGuard.CheckReset(Spec, Count, seeds, output);
        _isReset = false;
        for (int i = 0; i < Count; i++) Restart(i, seeds, output);
        _isReset = true;
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">Also EH1107 a reward or an observation is NaN; EH1108 no action is possible, and the task has not ended.</exception>
    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        if (IsDiscrete) StepGuard.CheckDiscrete(Spec, Count, _isReset, actions, output);
        else CheckElements(actions, output);
        _isReset = false;
        for (int i = 0; i < Count; i++) Record(i, _copies[i].Step(ReadAction(actions, i)), output);
        _isReset = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var copy in _copies) copy.Dispose();
    }

    private void CreateAll(Func<Environment<TObservation, TAction>> create)
    {
        int made = 0;
        try
        {
            for (; made < _copies.Length; made++) _copies[made] = create();
        }
        catch
        {
            while (made > 0) _copies[--made].Dispose();
            throw;
        }
    }

    // All actions before the first step: a copy's own check would come when those before it have been stepped.
    private void CheckElements(in ActionBatch actions, in StepBuffers output)
    {
        StepGuard.CheckElements(Spec, Count, _isReset, actions, output);
        for (int i = 0; i < Count; i++)
        {
            var action = ActionRow(actions, i);
            if (!Spec.ActionSpace.ContainsElements(action))
                throw ContractErrors.ActionOutside(Spec.Id.ToString(), i, SpaceText.List(action, ", "), Spec.ActionSpace.ToString());
        }
    }

    private bool IsDiscrete => Spec.ActionSpace is DiscreteSpace;

    private TAction ReadAction(in ActionBatch actions, int copy)
    {
        if (!IsDiscrete) return _copies[copy].ActionSpace.Read(ActionRow(actions, copy));
        // A discrete space's values are long: past its elements, which a large start would not fit, and without a box.
        long action = actions.Discrete[copy] + ((DiscreteSpace)Spec.ActionSpace).Start;
        return Unsafe.As<long, TAction>(ref action);
    }

    private ReadOnlySpan<float> ActionRow(in ActionBatch actions, int copy) =>
        actions.Elements.Slice(copy * Spec.ActionSpace.ElementSize, Spec.ActionSpace.ElementSize);

    private void Record(int copy, StepResult<TObservation> result, in StepBuffers output)
    {
        _finalInfos.Clear(copy, 1);
        if (double.IsNaN(result.Reward)) throw ContractErrors.NotFinite(Spec.Id.ToString(), copy, "the reward");
        var final = Row(output.FinalObservations, copy);
        Write(copy, result.Observation, final);
        bool truncated = result.Truncated || ++_steps[copy] >= Spec.MaxEpisodeSteps;
        output.Rewards[copy] = result.Reward;
        output.Terminated[copy] = result.Terminated;
        output.Truncated[copy] = truncated;
        if (!output.FinalActionMasks.IsEmpty) WriteMask(copy, MaskRow(output.FinalActionMasks, copy), mayBeEmpty: result.Terminated);
        if (result.Terminated || truncated)
        {
            EndEpisode(copy, output);
            return;
        }
        final.CopyTo(Row(output.Observations, copy));
        if (!output.ActionMasks.IsEmpty) MaskRow(output.FinalActionMasks, copy).CopyTo(MaskRow(output.ActionMasks, copy));
    }

    private void Restart(int copy, ReadOnlySpan<ulong> seeds, in ResetBuffers output)
    {
        _steps[copy] = 0;
        _finalInfos.Clear(copy, 1);
        Write(copy, _copies[copy].Reset(seeds.IsEmpty ? null : seeds[copy]), Row(output.Observations, copy));
        if (!output.ActionMasks.IsEmpty) WriteMask(copy, MaskRow(output.ActionMasks, copy), mayBeEmpty: false);
    }

    private void WriteMask(int copy, Span<bool> mask, bool mayBeEmpty)
    {
        _copies[copy].WriteActionMask(mask);
        if (!mayBeEmpty) StepGuard.CheckMask(Spec, copy, mask);
    }

    private HubException RefuseActions()
    {
        Dispose();
        return ContractErrors.ActionsNotFlattenable(Spec.Id.ToString(), Spec.ActionSpace.ToString());
    }

    // Observations that differ in size have no elements: they reach the author's own code alone.
    private void Write(int copy, TObservation observation, Span<float> elements)
    {
        if (!Spec.ObservationSpace.IsFlattenable) return;
        try
        {
            _copies[copy].ObservationSpace.Write(observation, elements);
        }
        catch (HubException fault)
        {
            throw ContractErrors.UnfitObservation(Spec.Id.ToString(), copy, fault);
        }
        if (StepGuard.HasNaN(elements)) throw ContractErrors.NotFinite(Spec.Id.ToString(), copy, "the observation");
    }

    private Span<bool> MaskRow(Span<bool> masks, int copy) => masks.Slice(copy * _maskSize, _maskSize);

    private Span<float> Row(Span<float> observations, int copy) => observations.Slice(copy * _elementSize, _elementSize);
}
