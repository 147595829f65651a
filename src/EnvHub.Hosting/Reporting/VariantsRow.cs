namespace EnvHub.Hosting;

/// <summary>One arm over the tasks that are variants of one environment, whose returns have one unit.</summary>
/// <param name="Arm">The arm's name.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Tasks">How many variants, at least 2.</param>
/// <param name="Seeds">Seeds that finished all of them; the figures are theirs.</param>
/// <param name="Mean">Over variants and seeds, of the final weights' mean greedy return.</param>
/// <param name="Worst">Mean over seeds of the seed's worst variant: it tells an arm that serves all of them from one that serves some.</param>
public sealed record VariantsRow(string Arm, string Environment, int Tasks, int Seeds, double Mean, double Worst);
