namespace EnvHub.Learning;

/// <summary>A range of a network's parameters that are stepped alike.</summary>
/// <param name="Offset">Index of the first value.</param>
/// <param name="Length">Values.</param>
/// <param name="LearningRateFactor">Factor on the learning rate, at least 0.</param>
/// <param name="CanFreeze">Whether it stands still while <see cref="GroupedOptimizer.IsFrozen"/> holds.</param>
public readonly record struct ParameterGroup(int Offset, int Length, double LearningRateFactor, bool CanFreeze);
