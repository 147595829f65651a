namespace EnvHub.Plugins.Wrappers;

/// <summary>Takes any number as an action and clips it to the bounds of what is inside.</summary>
/// <remarks>Boxes of float16, float32 and float64; the action goes on as float32 elements. Source: Gymnasium's <c>ClipAction</c>.</remarks>
public sealed class ClipAction : WrapperVector
{
    private readonly float[] _low, _high, _actions;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the action space is no Box of floats.</exception>
    public ClipAction(IVectorEnvironment inner) : base(inner, Describe(WrapperErrors.Accept(inner, nameof(ClipAction), Refusal(inner?.Spec!))))
    {
        var (box, size) = ((IBoxSpace)Inner.Spec.ActionSpace, Inner.Spec.ActionSpace.ElementSize);
        _low = [.. Enumerable.Range(0, size).Select(i => (float)box.LowAt(i))];
        _high = [.. Enumerable.Range(0, size).Select(i => (float)box.HighAt(i))];
        _actions = new float[Count * size];
    }

    /// <summary>The spec with an open box of actions.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec with { ActionSpace = BoxActions.Uniform(spec.ActionSpace, double.NegativeInfinity, double.PositiveInfinity) };
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return BoxActions.Refusal(nameof(ClipAction), spec);
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        int size = _low.Length;
        for (int i = 0; i < _actions.Length; i++) _actions[i] = MathF.Min(MathF.Max(actions.Elements[i], _low[i % size]), _high[i % size]);
        StepInner(new ActionBatch(_actions), output, active);
    }
}
