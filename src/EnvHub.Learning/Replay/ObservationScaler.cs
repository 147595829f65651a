namespace EnvHub.Learning;

/// <summary>Turns observations as environments give them into what a network sees: <c>(x - offset) / scale</c> by the constants of the
/// environment's spec; a discrete observation becomes one-hot; without constants the flattened form passes as it is.</summary>
/// <remarks>Learners scale once, when they store; replay buffers and networks know scaled observations only.</remarks>
public sealed class ObservationScaler
{
    private readonly Space _space;
    private readonly float[] _offset, _factor;   // empty: no scaling

    /// <param name="environment">Whose observations these are.</param>
    /// <param name="useConstants">Whether the environment's constants are used where it has some.</param>
    /// <exception cref="HubException">EH2009 the constants are not one per element, or a scale is 0 or not finite.</exception>
    public ObservationScaler(EnvironmentSpec environment, bool useConstants)
    {
        ArgumentNullException.ThrowIfNull(environment);
        _space = environment.ObservationSpace;
        var constants = useConstants && _space is BoxSpace ? environment.ObservationScaling : null;
        if (constants is not null) Check(environment, constants);
        Constants = constants;
        _offset = constants is null ? [] : [.. constants.Offset];
        _factor = constants is null ? [] : [.. constants.Scale.Select(scale => 1f / scale)];
    }

    /// <summary>What it scales by; null where it flattens alone.</summary>
    public ObservationScaling? Constants { get; }

    /// <summary>Elements per observation of the environment.</summary>
    public int ElementSize => _space.ElementSize;

    /// <summary>Numbers per observation of the network, n.</summary>
    public int Size => _space.FlatSize;

    /// <summary>Scales one observation or a batch of them.</summary>
    /// <param name="elements">Shape <c>[B, ElementSize]</c>.</param>
    /// <param name="scaled">Receives the result, shape <c>[B, Size]</c>.</param>
    public void Scale(ReadOnlySpan<float> elements, Span<float> scaled)
    {
        for (; !elements.IsEmpty; elements = elements[ElementSize..], scaled = scaled[Size..])
            if (_offset.Length == 0) _space.FlattenElements(elements[..ElementSize], scaled[..Size]);
            else for (int i = 0; i < _offset.Length; i++) scaled[i] = (elements[i] - _offset[i]) * _factor[i];
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
