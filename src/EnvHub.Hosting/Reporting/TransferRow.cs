using EnvHub.Evaluation;

namespace EnvHub.Hosting;

/// <summary>What one arm gains on one task over the baseline.</summary>
/// <param name="Arm">The arm's name.</param>
/// <param name="Task">The task's name.</param>
/// <param name="IsScored">Whether the task has reference scores, so that the difference of areas is one of normalised scores, not of returns.</param>
/// <param name="SourceSteps">Environment steps of the stages that a trial of the arm builds on.</param>
/// <param name="Summary">The figures.</param>
public sealed record TransferRow(string Arm, string Task, bool IsScored, long SourceSteps, TransferSummary Summary);
