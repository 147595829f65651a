namespace EnvHub.Learning;

/// <summary>Turns observations as environments give them into what a network sees: <c>(x - offset) / scale</c> by the constants of the
/// environment's spec, <c>x / 255</c> for images of bytes that have none; a discrete observation becomes one-hot; images lie as
/// <see cref="ObservationShape"/> says; all else passes as it is.</summary>
/// <remarks>Replay buffers keep observations as they came; they are scaled when they are sampled, straight into the batch.</remarks>
public sealed partial class ObservationScaler
{
    private readonly Space _space;
    private readonly float[] _offset, _factor;   // empty: _uniform for all
    private readonly float _uniform;
    private readonly PlaneOrder? _order;         // null: elements stay in their places

    /// <param name="environment">Whose observations these are.</param>
    /// <param name="useConstants">Whether observations are scaled, by the environment's constants or as images of bytes.</param>
    /// <param name="channelsFirst">Whether images of three axes are <c>[C, H, W]</c>.</param>
    /// <exception cref="HubException">EH2009 the constants are not one per element, or a scale is 0 or not finite.</exception>
    public ObservationScaler(EnvironmentSpec environment, bool useConstants, bool channelsFirst = false)
    {
        ArgumentNullException.ThrowIfNull(environment);
        (_space, Layout) = (environment.ObservationSpace, FrameLayout.Of(environment));
        Code = (useConstants ? 1 : 0) + (channelsFirst ? 2 : 0);
        var constants = useConstants && _space is IBoxSpace ? environment.ObservationScaling : null;
        if (constants is not null) Check(environment, constants);
        _offset = constants is null ? [] : [.. constants.Offset];
        _factor = constants is null ? [] : [.. constants.Scale.Select(scale => 1f / scale)];
        Shape = ObservationShape.Of(environment, channelsFirst);
        Order = ObservationShape.OrderOf(environment, channelsFirst);
        _order = Order is { IsIdentity: false } order ? order : null;
        bool scalesBytes = useConstants && constants is null && IsByteImage();
        _uniform = scalesBytes ? 1f / byte.MaxValue : 1;
        Constants = scalesBytes ? new(new float[ElementSize], [.. Enumerable.Repeat((float)byte.MaxValue, ElementSize)]) : constants;
    }

    /// <summary>What it scales by, in the environment's order of elements; null where it does not.</summary>
    public ObservationScaling? Constants { get; }

    /// <summary>How elements of an image move; null where observations are no images.</summary>
    public PlaneOrder? Order { get; }

    /// <summary>What the network sees: <c>[n]</c> or <c>[H, W, C]</c>.</summary>
    public TensorShape Shape { get; }

    /// <summary>Elements per observation of the environment.</summary>
    public int ElementSize => _space.ElementSize;

    /// <summary>Numbers per observation of the network, n.</summary>
    public int Size => _space.FlatSize;

    /// <summary>How observations are kept.</summary>
    internal FrameLayout Layout { get; }

    /// <summary>What was asked of it, for checkpoints.</summary>
    internal int Code { get; }

    /// <summary>One for vectors that are seen as they are.</summary>
    internal static ObservationScaler None(int size) => new(new EnvironmentSpec
    {
        Id = EnvironmentId.Parse("Vector"), ActionSpace = new DiscreteSpace(1),
        ObservationSpace = BoxSpace.Uniform(float.NegativeInfinity, float.PositiveInfinity, size),
    }, useConstants: false);

    /// <summary>The one that a buffer was saved with.</summary>
    internal static ObservationScaler OfCode(EnvironmentSpec environment, int code) => new(environment, (code & 1) != 0, (code & 2) != 0);

    /// <summary>Scales one observation or a batch of them.</summary>
    /// <param name="elements">Shape <c>[B, ElementSize]</c>.</param>
    /// <param name="scaled">Receives the result, shape <c>[B, Size]</c>.</param>
    public void Scale(ReadOnlySpan<float> elements, Span<float> scaled)
    {
        for (; !elements.IsEmpty; elements = elements[ElementSize..], scaled = scaled[Size..]) ScaleOne(elements[..ElementSize], scaled[..Size]);
    }

    /// <summary>Scales one observation.</summary>
    internal void ScaleOne(ReadOnlySpan<float> elements, Span<float> scaled)
    {
        if (_order is { } order) ScalePlanes(order, elements, scaled);
        else if (_offset.Length > 0) ScaleByConstants(elements, scaled);
        else if (_uniform == 1) _space.FlattenElements(elements, scaled);
        else
            for (int i = 0; i < elements.Length; i++) scaled[i] = elements[i] * _uniform;
    }

    private void ScaleByConstants(ReadOnlySpan<float> elements, Span<float> scaled)
    {
        // One length for all: the loop then checks no bounds.
        ReadOnlySpan<float> offset = _offset, factor = _factor.AsSpan(0, offset.Length);
        elements = elements[..offset.Length];
        scaled = scaled[..offset.Length];
        for (int i = 0; i < offset.Length; i++) scaled[i] = (elements[i] - offset[i]) * factor[i];
    }

    private void ScalePlanes(PlaneOrder order, ReadOnlySpan<float> elements, Span<float> scaled)
    {
        int source = 0;
        if (_offset.Length == 0 && order.Channels == 1)
        {
            // Stacked frames of one channel, which acting meets at every step.
            for (int plane = 0; plane < order.Planes; plane++)
                for (int target = plane; target < scaled.Length; target += order.Depth) scaled[target] = elements[source++] * _uniform;
            return;
        }
        for (int plane = 0; plane < order.Planes; plane++)
            for (int target = plane * order.Channels; target < scaled.Length; target += order.Depth)
                for (int channel = 0; channel < order.Channels; channel++, source++)
                    scaled[target + channel] = _offset.Length > 0 ? (elements[source] - _offset[source]) * _factor[source] : elements[source] * _uniform;
    }

    private bool IsByteImage()
    {
        if (Order is null || _space is not IBoxSpace { ElementType: ElementType.UInt8 } box) return false;
        for (int i = 0; i < ElementSize; i++)
            if (box.LowAt(i) != byte.MinValue || box.HighAt(i) != byte.MaxValue) return false;
        return true;
    }

    private static void Check(EnvironmentSpec environment, ObservationScaling constants)
    {
        int size = environment.ObservationSpace.ElementSize;
        if (constants.Offset.Count != size || constants.Scale.Count != size)
            throw LearningErrors.ScalingCount(environment.Id, constants.Offset.Count, constants.Scale.Count, size);
        for (int i = 0; i < size; i++)
            if (constants.Scale[i] == 0 || !float.IsFinite(constants.Scale[i]) || !float.IsFinite(constants.Offset[i]))
                throw LearningErrors.BadScaling(environment.Id, i, constants.Offset[i], constants.Scale[i]);
    }
}
