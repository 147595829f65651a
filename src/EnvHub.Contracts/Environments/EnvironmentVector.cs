namespace EnvHub.Contracts;

/// <summary>N copies of a one-copy environment, stepped one after the other in the same step: the adapter between what authors write
/// and what the hub runs.</summary>
/// <remarks>Applies the spec's step limit and the same-step autoreset. Allocates only what the author's environment allocates.</remarks>
public sealed class EnvironmentVector<TObservation, TAction> : IVectorEnvironment where TObservation : notnull where TAction : notnull
{
    private readonly Environment<TObservation, TAction>[] _copies;
    private readonly int[] _steps;
    private readonly int _elementSize;
    private bool _isReset;

    /// <param name="create">Makes one copy; called <paramref name="count"/> times.</param>
    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Where a step limit may stand that replaces the spec's; null for none.</param>
    /// <exception cref="HubException">EH1100 fewer than one copy.</exception>
    public EnvironmentVector(Func<Environment<TObservation, TAction>> create, int count, EnvironmentSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(create);
        if (count < 1) throw ContractErrors.BadCopies(typeof(TObservation).Name, count);
        _copies = new Environment<TObservation, TAction>[count];
        for (int i = 0; i < count; i++) _copies[i] = create();
        Spec = settings?.Limit(_copies[0].Spec) ?? _copies[0].Spec;
        (_steps, _elementSize) = (new int[count], Spec.ObservationSpace.ElementSize);
    }

    /// <inheritdoc/>
    public EnvironmentSpec Spec { get; }

    /// <inheritdoc/>
    public int Count => _copies.Length;

    /// <inheritdoc/>
    public void Reset(ReadOnlySpan<ulong> seeds, Span<float> observations)
    {
        StepGuard.CheckReset(Spec, Count, seeds, observations);
        for (int i = 0; i < Count; i++) Restart(i, seeds.IsEmpty ? null : seeds[i], observations);
        _isReset = true;
    }

    /// <inheritdoc/>
    public void Step(in ActionBatch actions, in StepBuffers output)
    {
        bool isDiscrete = Spec.ActionSpace is DiscreteSpace;
        if (isDiscrete) StepGuard.CheckDiscrete(Spec, Count, _isReset, actions, output);
        else StepGuard.CheckElements(Spec, Count, _isReset, actions, output);
        for (int i = 0; i < Count; i++)
        {
            var action = ReadAction(actions, i, isDiscrete);
            Record(i, _copies[i].Step(action), output);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var copy in _copies) copy.Dispose();
    }

    private TAction ReadAction(in ActionBatch actions, int copy, bool isDiscrete)
    {
        var space = _copies[copy].ActionSpace;
        if (!isDiscrete) return space.Read(actions.Elements.Slice(copy * space.ElementSize, space.ElementSize));
        float element = actions.Discrete[copy] + ((DiscreteSpace)Spec.ActionSpace).Start;
        return space.Read(new ReadOnlySpan<float>(in element));
    }

    private void Record(int copy, StepResult<TObservation> result, in StepBuffers output)
    {
        if (double.IsNaN(result.Reward)) throw ContractErrors.NotFinite(Spec.Id.ToString(), copy, "the reward");
        var final = Row(output.FinalObservations, copy);
        _copies[copy].ObservationSpace.Write(result.Observation, final);
        bool truncated = result.Truncated || ++_steps[copy] >= Spec.MaxEpisodeSteps;
        output.Rewards[copy] = result.Reward;
        output.Terminated[copy] = result.Terminated;
        output.Truncated[copy] = truncated;
        if (result.Terminated || truncated) Restart(copy, seed: null, output.Observations);
        else final.CopyTo(Row(output.Observations, copy));
    }

    private void Restart(int copy, ulong? seed, Span<float> observations)
    {
        _steps[copy] = 0;
        _copies[copy].ObservationSpace.Write(_copies[copy].Reset(seed), Row(observations, copy));
    }

    private Span<float> Row(Span<float> observations, int copy) => observations.Slice(copy * _elementSize, _elementSize);
}
