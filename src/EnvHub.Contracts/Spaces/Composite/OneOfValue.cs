namespace EnvHub.Contracts;

/// <summary>A value of a <see cref="OneOfSpace"/>.</summary>
/// <param name="Index">Of the space that it is of.</param>
/// <param name="Value">A value of that space.</param>
public sealed record OneOfValue(int Index, object Value);
