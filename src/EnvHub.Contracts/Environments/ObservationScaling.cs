namespace EnvHub.Contracts;

/// <summary>Fixed constants of an environment that bring each observation component to about [-1, 1]: <c>(x - Offset) / Scale</c>.</summary>
/// <param name="Offset">Shape <c>[n]</c>, in the component's unit.</param>
/// <param name="Scale">Shape <c>[n]</c>, in the component's unit; not zero.</param>
public sealed record ObservationScaling(IReadOnlyList<float> Offset, IReadOnlyList<float> Scale);
