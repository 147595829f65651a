namespace EnvHub.Plugins.Wrappers;

/// <summary>Takes any number as an action and clips it to the bounds of what is inside.</summary>
/// <remarks>Source: Gymnasium's <c>ClipAction</c>.</remarks>
public sealed class ClipAction : WrapperVector
{
    private readonly BoxSpace _box;
    private readonly float[] _actions;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the action space is no Box.</exception>
    public ClipAction(IVectorEnvironment inner) : base(inner, Describe(WrapperErrors.Accept(inner, nameof(ClipAction), Refusal(inner?.Spec!))))
    {
        _box = (BoxSpace)Inner.Spec.ActionSpace;
        _actions = new float[Count * _box.ElementSize];
    }

    /// <summary>The spec with an open box of actions.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec with { ActionSpace = BoxSpace.Uniform(float.NegativeInfinity, float.PositiveInfinity, spec.ActionSpace.Shape) };
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.ActionSpace is BoxSpace ? null : $"ClipAction needs a Box action space; this one is {spec.ActionSpace}.";
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        int size = _box.ElementSize;
        for (int i = 0; i < _actions.Length; i++) _actions[i] = MathF.Min(MathF.Max(actions.Elements[i], _box.Low[i % size]), _box.High[i % size]);
        StepInner(new ActionBatch(_actions), output, active);
    }
}
