namespace EnvHub.Learning;

/// <summary>What of a source's weights a network starts with.</summary>
/// <param name="CopiedLayers">Hidden layers from the first, encoders being of the first; 0 copies none.</param>
/// <param name="Head">With what the head begins.</param>
/// <param name="ObservationMap">Per number of the target's observation its index in the source's, or -1 for one that the source lacks, shape <c>[n]</c>;
/// null: the same numbers in the same order.</param>
/// <param name="ActionMap">Per action of the target its index among the source's, or -1 for one that the source lacks, shape <c>[A]</c>;
/// null: the same actions in the same order.</param>
public sealed record TransferRule(int CopiedLayers, HeadStart Head, IReadOnlyList<int>? ObservationMap = null, IReadOnlyList<int>? ActionMap = null);
