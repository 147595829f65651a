namespace EnvHub.Hosting;

/// <summary>How often one network of a multi-task arm solves every task.</summary>
/// <param name="Arm">The arm's name.</param>
/// <param name="Seeds">Trials that finished.</param>
/// <param name="Solved">Those whose final weights solve all tasks.</param>
/// <param name="SolvedBest">Those whose best weights solve all tasks; null where they were not kept.</param>
public sealed record JointRow(string Arm, int Seeds, int Solved, int? SolvedBest);
