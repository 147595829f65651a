namespace EnvHub.Contracts;

/// <summary>What is acted on, one row per copy. A view: it owns nothing.</summary>
public readonly ref struct ObservationBatch
{
    /// <param name="elements">Shape <c>[N, n]</c>.</param>
    /// <param name="actionMasks">Shape <c>[N, M]</c>; empty where every action is possible.</param>
    public ObservationBatch(ReadOnlySpan<float> elements, ReadOnlySpan<bool> actionMasks = default)
    {
        Elements = elements;
        ActionMasks = actionMasks;
    }

    /// <summary>Observations as the environment gives them, shape <c>[N, n]</c>, row i from copy i.</summary>
    public ReadOnlySpan<float> Elements { get; }

    /// <summary>Which actions are possible, shape <c>[N, M]</c>, see <see cref="ActionMask"/>; empty: all.</summary>
    public ReadOnlySpan<bool> ActionMasks { get; }

    /// <summary>Observations in which every action is possible.</summary>
    public static implicit operator ObservationBatch(ReadOnlySpan<float> elements) => new(elements);

    /// <summary>Observations in which every action is possible.</summary>
    public static implicit operator ObservationBatch(Span<float> elements) => new(elements);

    /// <summary>Observations in which every action is possible.</summary>
    public static implicit operator ObservationBatch(float[] elements) => new(elements);
}
