namespace EnvHub.Plugins.Wrappers;

/// <summary>Takes actions between other bounds and rescales them to those of what is inside.</summary>
/// <remarks>In float32, as Gymnasium does: <c>(action - intercept) / gradient</c>. Source: Gymnasium's <c>RescaleAction</c>. Differs: one
/// pair of bounds for all components, with -1 and 1 as defaults; the bounds inside must be finite.</remarks>
public sealed class RescaleAction : WrapperVector
{
    private readonly float[] _gradient, _intercept, _actions;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the action space is no Box with finite bounds.</exception>
    public RescaleAction(IVectorEnvironment inner, RescaleActionOptions options)
        : base(inner, Describe(WrapperErrors.Accept(inner, nameof(RescaleAction), Refusal(inner?.Spec!, options)), options))
    {
        ArgumentNullException.ThrowIfNull(options);
        var box = (BoxSpace)Inner.Spec.ActionSpace;
        (_gradient, _intercept, _actions) = (new float[box.ElementSize], new float[box.ElementSize], new float[Count * box.ElementSize]);
        for (int i = 0; i < _gradient.Length; i++)
        {
            _gradient[i] = (float)((options.MaxAction - options.MinAction) / ((double)box.High[i] - box.Low[i]));
            _intercept[i] = (float)(_gradient[i] * -box.Low[i] + options.MinAction);
        }
    }

    /// <summary>The spec with the bounds that the options give.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, RescaleActionOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        return spec with { ActionSpace = BoxSpace.Uniform((float)options.MinAction, (float)options.MaxAction, spec.ActionSpace.Shape) };
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec, RescaleActionOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return BoxActions.Refusal("RescaleAction", spec);
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        int size = _gradient.Length;
        for (int i = 0; i < _actions.Length; i++) _actions[i] = (actions.Elements[i] - _intercept[i % size]) / _gradient[i % size];
        StepInner(new ActionBatch(_actions), output, active);
    }
}
