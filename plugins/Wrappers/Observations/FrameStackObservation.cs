namespace EnvHub.Plugins.Wrappers;

/// <summary>Shows the last k observations together, oldest first: shape <c>[k, ...]</c>.</summary>
/// <remarks>A Box becomes a Box with one axis more, a Discrete a MultiDiscrete; other spaces are refused. Source: Gymnasium's
/// <c>FrameStackObservation</c>, whose custom <c>padding_type</c> is <see cref="FrameStackOptions.PaddingValue"/>. Differs: k has a default, 4.</remarks>
public sealed class FrameStackObservation : WrapperVector
{
    private readonly bool _padsWithFirst;
    private readonly StepArena _inner;
    private readonly float[] _stacks, _padding;
    private readonly int _size, _stackSize;

    /// <param name="inner">Disposed with this.</param>
    /// <exception cref="HubException">EH4200 the observation space is neither a Box nor Discrete, or the padding value is not in it.</exception>
    public FrameStackObservation(IVectorEnvironment inner, FrameStackOptions options)
        : base(inner, Describe(WrapperErrors.Accept(inner, "FrameStack", Refusal(inner?.Spec!, options)), options))
    {
        (_inner, _size) = (new StepArena(Inner), Inner.Spec.ObservationSpace.ElementSize);
        _stackSize = _size * options.StackSize;
        _padsWithFirst = options is { PaddingType: FramePadding.Reset, PaddingValue: null };
        (_stacks, _padding) = (new float[Count * _stackSize], Padding(Inner.Spec.ObservationSpace, options));
    }

    /// <summary>The spec with the stacked space, which says that it is one: what keeps observations keeps each frame once. Constants to scale by are repeated.</summary>
    public static EnvironmentSpec Describe(EnvironmentSpec spec, FrameStackOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        int k = options.StackSize;
        return spec with
        {
            ObservationSpace = spec.ObservationSpace is DiscreteSpace discrete
                ? new MultiDiscreteSpace(Repeat([discrete.Count], k), Repeat([discrete.Start], k), [k])
                : ((IBoxSpace)spec.ObservationSpace).Stack(k),
            StackedFrames = k,
            ObservationScaling = spec.ObservationScaling is { } scaling ? new(Repeat([.. scaling.Offset], k), Repeat([.. scaling.Scale], k)) : null,
        };
    }

    /// <summary>Why it cannot stand around an environment; null if it can.</summary>
    public static string? Refusal(EnvironmentSpec spec, FrameStackOptions options)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(options);
        var space = spec.ObservationSpace;
        if (space is not (IBoxSpace or DiscreteSpace)) return $"FrameStack needs a Box or a Discrete observation space; this one is {space}.";
        if (options.PaddingValue is not { } value) return null;
        if (value.Count != 1 && value.Count != space.ElementSize)
            return $"padding_value has {value.Count} numbers; the observation space {space} has {space.ElementSize} components.";
        return space.ContainsElements(Padding(space, options)) ? null : $"padding_value is not in the observation space {space}.";
    }

    /// <inheritdoc/>
    protected override bool HasSnapshot => true;

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        archive.Array<float>("stacks", _stacks);
    }

    /// <inheritdoc/>
    protected override void OnReset(ReadOnlySpan<ulong> seeds, in ResetBuffers output, ReadOnlySpan<bool> active)
    {
        ResetInner(seeds, new ResetBuffers(_inner.Observations, output.ActionMasks), active);
        for (int i = 0; i < Count; i++)
            if (IsActive(active, i)) Begin(i, output.Observations);
    }

    /// <inheritdoc/>
    protected override void OnStep(in ActionBatch actions, in StepBuffers output, ReadOnlySpan<bool> active)
    {
        var inside = _inner.Buffers;
        StepInner(actions, output.WithObservations(inside.Observations, inside.FinalObservations), active);
        for (int i = 0; i < Count; i++)
        {
            if (!IsActive(active, i)) continue;
            var stack = StackOf(_stacks, i);
            stack[_size..].CopyTo(stack);
            _inner.FinalObservations.Slice(i * _size, _size).CopyTo(stack[^_size..]);
            stack.CopyTo(StackOf(output.FinalObservations, i));
            if (output.Terminated[i] | output.Truncated[i]) Begin(i, output.Observations);
            else stack.CopyTo(StackOf(output.Observations, i));
        }
    }

    private void Begin(int copy, Span<float> observations)
    {
        var stack = StackOf(_stacks, copy);
        var first = _inner.Observations.Slice(copy * _size, _size);
        var padding = _padsWithFirst ? first : _padding;
        for (int start = 0; start < stack.Length - _size; start += _size) padding.CopyTo(stack[start..]);
        first.CopyTo(stack[^_size..]);
        stack.CopyTo(StackOf(observations, copy));
    }

    private Span<float> StackOf(Span<float> rows, int copy) => rows.Slice(copy * _stackSize, _stackSize);

    private static float[] Padding(Space space, FrameStackOptions options) => options.PaddingValue switch
    {
        null => Zero(space),
        [double one] => [.. Enumerable.Repeat((float)one, space.ElementSize)],
        { } each => [.. each.Select(number => (float)number)],
    };

    private static float[] Zero(Space space)
    {
        if (space is not IBoxSpace box) return [((DiscreteSpace)space).Start];
        var zero = new float[space.ElementSize];
        for (int i = 0; i < zero.Length; i++) zero[i] = (float)Math.Clamp(0, box.LowAt(i), box.HighAt(i));
        return zero;
    }

    private static T[] Repeat<T>(T[] values, int times) => [.. Enumerable.Repeat(values, times).SelectMany(row => row)];
}
