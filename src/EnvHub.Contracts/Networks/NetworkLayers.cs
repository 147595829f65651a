namespace EnvHub.Contracts;

/// <summary>A network layer by layer: encoders, each for one task or for tasks of equal shape; a trunk that all tasks share; then the heads, a linear map each.</summary>
public sealed record NetworkLayers
{
    /// <summary>From a task's observation to what the trunk takes; all must end in one shape. Empty: the trunk takes observations, all of one shape.</summary>
    public IReadOnlyList<LayerSpec> Encoder { get; init; } = [];

    /// <summary>Shared by all tasks; ends in numbers <c>[n]</c>. Empty: the heads stand on the encoders.</summary>
    public IReadOnlyList<LayerSpec> Trunk { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(NetworkLayers? other) => other is not null && Encoder.SequenceEqual(other.Encoder) && Trunk.SequenceEqual(other.Trunk);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Encoder.Count, Trunk.Count);
}
