using EnvHub.Evaluation;

namespace EnvHub.Hosting;

/// <summary>What one arm reaches beside another on one task, over the seeds that both have finished.</summary>
/// <param name="Arm">Its name.</param>
/// <param name="Other">The arm that it is compared with.</param>
/// <param name="Task">The task's name.</param>
/// <param name="Pairs">Seeds of both.</param>
/// <param name="Difference">Of the mean greedy returns, arm minus other, seed by seed, with its bias-corrected bootstrap interval.</param>
/// <param name="Probability">That a seed of the arm scores above one of the other, drawn apart; a tie counts half.</param>
public sealed record ArmDifference(string Arm, string Other, string Task, int Pairs, ConfidenceInterval Difference, double Probability)
{
    /// <summary>1 where the interval lies above 0, -1 below it; 0 where it says neither.</summary>
    public int Sign => Difference.Low > 0 ? 1 : Difference.High < 0 ? -1 : 0;
}
