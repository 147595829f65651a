namespace EnvHub.Plugins.Wrappers;

/// <summary>Shows an action of several integers as one: MultiDiscrete, MultiBinary, and Tuple and Dict of such and of Discrete, for learners of
/// discrete actions.</summary>
/// <remarks>One index stands for all components, the last one counting fastest: the order of Python's <c>itertools.product</c>, and of an
/// array's elements in C. Index 0 is every component's smallest value, wherever that starts. Gymnasium has no such wrapper.</remarks>
public sealed class FlattenActions : WrapperVector
{
    private readonly ActionComponent[] _components;
    private readonly float[] _actions;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the actions are not made of integers, are one already, or are too many.</exception>
    public FlattenActions(IVectorEnvironment inner, FlattenActionsOptions options)
        : base(inner, Describe(WrapperErrors.Accept(inner, nameof(FlattenActions), Refusal(inner?.Spec!, options)), options))
    {
        _components = ActionComponent.Of(Inner.Spec.ActionSpace)!;
        _actions = new float[Count * _components.Length];
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
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        for (int i = 0; i < Count; i++)
            if (IsActive(active, i)) Unfold(actions.Discrete[i], _actions.AsSpan(i * _components.Length, _components.Length));
        StepInner(new ActionBatch(_actions), output, active);
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
