namespace EnvHub.Contracts;

/// <summary>Where a reset writes its results. A view over the caller's buffers: it owns nothing. N copies.</summary>
public readonly ref struct ResetBuffers
{
    /// <param name="observations">Shape <c>[N, n]</c>.</param>
    /// <param name="actionMasks">Shape <c>[N, M]</c>; empty where the environment has no masks, or the caller wants none.</param>
    public ResetBuffers(Span<float> observations, Span<bool> actionMasks = default)
    {
        Observations = observations;
        ActionMasks = actionMasks;
    }

    /// <summary>The first observations, shape <c>[N, n]</c>, row-major.</summary>
    public Span<float> Observations { get; }

    /// <summary>Which actions are possible there, shape <c>[N, M]</c>, see <see cref="ActionMask"/>; empty where nobody wants to know.</summary>
    public Span<bool> ActionMasks { get; }

    /// <summary>Neighbouring rows.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="length">How many.</param>
    /// <param name="count">How many these buffers hold, N.</param>
    public ResetBuffers Rows(int first, int length, int count)
    {
        int size = Observations.Length / count, maskSize = ActionMasks.Length / count;
        return new(Observations.Slice(first * size, length * size), ActionMasks.Slice(first * maskSize, length * maskSize));
    }

    /// <summary>Buffers without masks.</summary>
    public static implicit operator ResetBuffers(Span<float> observations) => new(observations);

    /// <summary>Buffers without masks.</summary>
    public static implicit operator ResetBuffers(float[] observations) => new(observations);
}
