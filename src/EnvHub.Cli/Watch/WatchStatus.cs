using System.Globalization;

namespace EnvHub.Cli;

/// <summary>What is told beside a picture.</summary>
/// <param name="Episode">From 1.</param>
/// <param name="Step">Steps taken in the episode.</param>
/// <param name="Action">The last one; empty at the episode's start.</param>
/// <param name="Reward">Of the last step.</param>
/// <param name="Return">The undiscounted sum of the episode's rewards.</param>
/// <param name="End">How the episode ended; empty while it goes on.</param>
internal sealed record WatchStatus(int Episode, int Step, string Action, double Reward, double Return, string End)
{
    public bool IsEnd => End.Length > 0;

    /// <summary>The status as one line.</summary>
    public override string ToString()
    {
        string last = Step == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"  action {Action}  reward {Reward:0.###}");
        string end = IsEnd ? $"  {End}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"episode {Episode}  step {Step}{last}  return {Return:0.###}{end}");
    }
}
