namespace EnvHub.Contracts;

/// <summary>How to restrict a sample of a <see cref="TextSpace"/>.</summary>
/// <param name="Length">How many characters; null: drawn.</param>
/// <param name="Characters">In the order of the space's characters, which of them may be drawn (<c>bool[]</c>) or with what probability
/// (<c>double[]</c>); null: each as likely as another.</param>
public sealed record TextMask(int? Length = null, object? Characters = null);
