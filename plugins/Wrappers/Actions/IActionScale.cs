namespace EnvHub.Plugins.Wrappers;

/// <summary>Rescales actions, in the arithmetic of their type.</summary>
internal interface IActionScale
{
    /// <summary>Writes what stands inside for actions of N copies, shape <c>[N, n]</c> both.</summary>
    void Apply(ReadOnlySpan<float> actions, Span<float> scaled);
}
