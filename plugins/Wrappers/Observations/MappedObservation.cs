namespace EnvHub.Plugins.Wrappers;

/// <summary>What wrappers share that show each observation in another form, whatever came before it.</summary>
public abstract class MappedObservation : WrapperVector
{
    private readonly StepArena _inside;
    private readonly int _insideSize, _shownSize;

    private protected MappedObservation(IVectorEnvironment inner, EnvironmentSpec spec) : base(inner, spec)
    {
        _inside = new StepArena(Inner);
        (_insideSize, _shownSize) = (Inner.Spec.ObservationSpace.ElementSize, spec.ObservationSpace.ElementSize);
    }

    /// <inheritdoc/>
    protected sealed override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected sealed override void OnReset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        ResetInner(seeds, new ResetBuffers(_inside.Observations, output.ActionMasks), active);
        for (int i = 0; i < Count; i++)
            if (IsActive(active, i)) Show(InsideOf(_inside.Observations, i), ShownOf(output.Observations, i));
    }

    /// <inheritdoc/>
    protected sealed override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        var inside = _inside.Buffers;
        StepInner(actions, output.WithObservations(inside.Observations, inside.FinalObservations), active);
        for (int i = 0; i < Count; i++)
        {
            if (!IsActive(active, i)) continue;
            Span<float> next = ShownOf(output.Observations, i), final = ShownOf(output.FinalObservations, i);
            Show(InsideOf(_inside.FinalObservations, i), final);
            if (output.Terminated[i] | output.Truncated[i]) Show(InsideOf(_inside.Observations, i), next);
            else final.CopyTo(next);
        }
    }

    /// <summary>Writes the form that is shown.</summary>
    /// <param name="inside">Elements of an observation inside.</param>
    /// <param name="shown">Receives the elements, as many as the space outside has.</param>
    private protected abstract void Show(ReadOnlySpan<float> inside, Span<float> shown);

    private ReadOnlySpan<float> InsideOf(ReadOnlySpan<float> rows, int copy) => rows.Slice(copy * _insideSize, _insideSize);

    private Span<float> ShownOf(Span<float> rows, int copy) => rows.Slice(copy * _shownSize, _shownSize);
}
