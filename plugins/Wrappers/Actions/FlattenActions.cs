namespace EnvHub.Plugins.Wrappers;

/// <summary>Shows an action of several integers as one: MultiDiscrete, MultiBinary, and Tuple and Dict of such and of Discrete, for learners of
/// discrete actions.</summary>
/// <remarks>One index stands for all components, the last one counting fastest: the order of Python's <c>itertools.product</c>, and of an
/// array's elements in C. Index 0 is every component's smallest value, wherever that starts. It is possible where every component's value is.
/// Gymnasium has no such wrapper.</remarks>
public sealed class FlattenActions : WrapperVector
{
    private readonly ActionComponent[] _components;
    private readonly float[] _actions;
    private readonly bool[] _masks, _finalMasks;
    private readonly int _maskSize;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the actions are not made of integers, are one already, or are too many.</exception>
    public FlattenActions(IVectorEnvironment inner, FlattenActionsOptions options)
        : base(inner, Describe(WrapperErrors.Accept(inner, nameof(FlattenActions), Refusal(inner?.Spec!, options)), options))
    {
        _components = ActionComponent.Of(Inner.Spec.ActionSpace)!;
        _actions = new float[Count * _components.Length];
        _maskSize = Inner.Spec.HasActionMasks ? ActionMask.SizeOf(Inner.Spec.ActionSpace) : 0;
        (_masks, _finalMasks) = (new bool[Count * _maskSize], new bool[Count * _maskSize]);
    }

    /// <summary>The spec with the one discrete action.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, FlattenActionsOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec with { ActionSpace = new DiscreteSpace((int)SizeOf(ActionComponent.Of(spec.ActionSpace)!)) };
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec, FlattenActionsOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        var space = spec.ActionSpace;
        if (space is DiscreteSpace) return $"FlattenActions makes one Discrete of several components; this one is {space} already. Leave the wrapper out.";
        if (ActionComponent.Of(space) is not { Length: > 0 } components)
            return $"FlattenActions needs a MultiDiscrete or MultiBinary action space, or a Tuple or Dict of such and of Discrete; this one is {space}. For a Box there is DiscretizeAction.";
        if (components.Any(component => !component.IsExact)) return $"FlattenActions takes integers up to 16777216; this one is {space}.";
        double size = SizeOf(components);
        return size <= options.MaxActions ? null
            : $"FlattenActions would give {size:0} actions for {space}; max_actions allows {options.MaxActions}, and 1048576 are the most. Raise it, or make the components smaller.";
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void OnReset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        bool isAsked = !output.ActionMasks.IsEmpty;
        ResetInner(seeds, new ResetBuffers(output.Observations, isAsked ? _masks : []), active);
        if (isAsked) Fold(_masks, output.ActionMasks, active);
    }

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        for (int i = 0; i < Count; i++)
            if (IsActive(active, i)) Unfold(actions.Discrete[i], _actions.AsSpan(i * _components.Length, _components.Length));
        bool isAsked = !output.ActionMasks.IsEmpty;
        StepInner(new ActionBatch(_actions), new StepBuffers
        {
            Observations = output.Observations, FinalObservations = output.FinalObservations,
            Rewards = output.Rewards, Terminated = output.Terminated, Truncated = output.Truncated,
            ActionMasks = isAsked ? _masks : [], FinalActionMasks = isAsked ? _finalMasks : [],
        }, active);
        if (!isAsked) return;
        Fold(_masks, output.ActionMasks, active);
        Fold(_finalMasks, output.FinalActionMasks, active);
    }

    private void Fold(ReadOnlySpan<bool> inside, Span<bool> outside, ReadOnlySpan<bool> active)
    {
        int size = outside.Length / Count;
        for (int i = 0; i < Count; i++)
            if (IsActive(active, i)) Fold(inside.Slice(i * _maskSize, _maskSize), outside.Slice(i * size, size));
    }

    // The mask of the last components grows by one component at a time: a block for each of its values.
    private void Fold(ReadOnlySpan<bool> flags, Span<bool> mask)
    {
        mask[0] = true;
        int block = 1;
        for (int i = _components.Length - 1; i >= 0; i--)
        {
            int count = _components[i].Count;
            var values = flags[^count..];
            for (int value = count - 1; value >= 0; value--)
                if (values[value]) mask[..block].CopyTo(mask[(value * block)..]);
                else mask.Slice(value * block, block).Clear();
            block *= count;
            flags = flags[..^count];
        }
    }

    private void Unfold(int index, Span<float> action)
    {
        for (int i = action.Length - 1; i >= 0; i--)
        {
            var (count, start) = _components[i];
            action[i] = start + index % count;
            index /= count;
        }
    }

    private static double SizeOf(ActionComponent[] components) => components.Aggregate(1.0, (size, component) => size * component.Count);
}
