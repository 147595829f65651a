namespace EnvHub.Hosting;

/// <summary>The figures of a <see cref="ComparisonRow"/> for the weights of the best evaluation during training.</summary>
/// <param name="Mean">Over seeds.</param>
/// <param name="Iqm">Interquartile mean over seeds.</param>
/// <param name="Min">The worst seed.</param>
/// <param name="Solved">Seeds that reach the task's threshold; null where it has none.</param>
public sealed record KeptWeights(double Mean, double Iqm, double Min, int? Solved);
