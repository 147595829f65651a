namespace EnvHub.Contracts;

/// <summary>How to restrict a sample of a <see cref="SequenceSpace"/>.</summary>
/// <param name="Lengths">The lengths to choose from, each as likely as another; one for a set length. Null: the geometric distribution of
/// an unrestricted sample.</param>
/// <param name="Items">The mask of every item, as the item space takes it; null for none.</param>
public sealed record SequenceMask(IReadOnlyList<int>? Lengths = null, object? Items = null);
