namespace EnvHub.Plugins.Wrappers;

/// <summary>Takes actions between other bounds and rescales them to those of what is inside.</summary>
/// <remarks>In the space's own type, float16, float32 or float64, as Gymnasium does: <c>(action - intercept) / gradient</c>. Source: Gymnasium's
/// <c>RescaleAction</c>. Differs: one pair of bounds for all components, with -1 and 1 as defaults; the bounds inside must be finite; actions
/// come and go on as float32 elements.</remarks>
public sealed class RescaleAction : WrapperVector
{
    private readonly IActionScale _scale;
    private readonly float[] _actions;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the action space is no Box of floats with finite bounds.</exception>
    public RescaleAction(IVectorEnvironment inner, RescaleActionOptions options)
        : base(inner, Describe(WrapperErrors.Accept(inner, nameof(RescaleAction), Refusal(inner?.Spec!, options)), options))
    {
        ArgumentNullException.ThrowIfNull(options);
        var (box, size) = ((IBoxSpace)Inner.Spec.ActionSpace, Inner.Spec.ActionSpace.ElementSize);
        _actions = new float[Count * size];
        _scale = box.ElementType switch
        {
            ElementType.Float64 => new ActionScale<double>(box, size, options),
            ElementType.Float16 => new ActionScale<Half>(box, size, options),
            _ => new ActionScale<float>(box, size, options),
        };
    }

    /// <summary>The spec with the bounds that the options give.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, RescaleActionOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        return spec with { ActionSpace = BoxActions.Uniform(spec.ActionSpace, options.MinAction, options.MaxAction) };
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec, RescaleActionOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return BoxActions.FiniteRefusal(nameof(RescaleAction), spec);
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        _scale.Apply(actions.Elements, _actions);
        StepInner(new ActionBatch(_actions), output, active);
    }
}
