namespace EnvHub.Plugins.Wrappers;

/// <summary>Cuts each component of a continuous action into bins of the same width; an action is the centre of its bin.</summary>
/// <remarks>One index stands for all components, the last one's bin counting fastest. Source: Gymnasium's <c>DiscretizeAction</c>; the
/// centres are the same bits. Differs: an index outside is refused where Gymnasium takes the nearest bin; the number of bins has a
/// default, 5.</remarks>
public sealed class DiscretizeAction : WrapperVector
{
    private readonly float[][] _centers;
    private readonly float[] _actions;
    private readonly bool _isMultiDiscrete;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the action space is no Box with finite bounds, or the bins do not fit it.</exception>
    public DiscretizeAction(IVectorEnvironment inner, DiscretizeActionOptions options)
        : base(inner, Describe(WrapperErrors.Accept(inner, nameof(DiscretizeAction), Refusal(inner?.Spec!, options)), options))
    {
        var box = (BoxSpace)Inner.Spec.ActionSpace;
        int[] counts = options.Counts(box.ElementSize);
        _isMultiDiscrete = options.MultiDiscrete;
        _centers = [.. counts.Select((count, i) => Centers(box.Low[i], box.High[i], count))];
        _actions = new float[Count * box.ElementSize];
    }

    /// <summary>The spec with the discrete actions.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, DiscretizeActionOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        int[] counts = options.Counts(spec.ActionSpace.ElementSize);
        return spec with { ActionSpace = options.MultiDiscrete ? new MultiDiscreteSpace(counts) : new DiscreteSpace(counts.Aggregate(1, (product, count) => product * count)) };
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec, DiscretizeActionOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        if (spec.ActionSpace is not BoxSpace) return $"DiscretizeAction needs a Box action space of float32; this one is {spec.ActionSpace}.";
        if (BoxActions.FiniteRefusal(nameof(DiscretizeAction), spec) is { } refusal) return refusal;
        int size = spec.ActionSpace.ElementSize;
        int[] counts = options.Counts(size);
        if (counts.Length != size) return $"bins_per_component has {counts.Length} numbers; the action space {spec.ActionSpace} has {size} components.";
        double product = counts.Aggregate(1.0, (product, count) => product * count);
        return options.MultiDiscrete || product <= 1 << 20
            ? null
            : $"DiscretizeAction would give {product:0} actions; 1048576 are the most. Take fewer bins, or multidiscrete.";
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        for (int i = 0; i < Count; i++)
        {
            if (!IsActive(active, i)) continue;
            var action = _actions.AsSpan(i * _centers.Length, _centers.Length);
            if (_isMultiDiscrete) FromIndices(i, actions.Elements.Slice(i * _centers.Length, _centers.Length), action);
            else FromIndex(actions.Discrete[i], action);
        }
        StepInner(new ActionBatch(_actions), output, active);
    }

    private void FromIndices(int copy, ReadOnlySpan<float> indices, Span<float> action)
    {
        for (int i = 0; i < action.Length; i++)
        {
            int index = (int)indices[i];
            if ((uint)index >= (uint)_centers[i].Length) throw WrapperErrors.ActionOutside(Spec, copy, index, _centers[i].Length);
            action[i] = _centers[i][index];
        }
    }

    private void FromIndex(int index, Span<float> action)
    {
        for (int i = action.Length - 1; i >= 0; i--)
        {
            action[i] = _centers[i][index % _centers[i].Length];
            index /= _centers[i].Length;
        }
    }

    // The edges are rounded as NumPy rounds its linspace of float32: their places change the centres' last bits.
    private static float[] Centers(float low, float high, int count)
    {
        float width = (high - low) / count;
        var centers = new float[count];
        for (int i = 0; i < count; i++)
        {
            float left = i * width + low, right = i + 1 == count ? high : (i + 1) * width + low;
            centers[i] = 0.5f * (left + right);
        }
        return centers;
    }
}
