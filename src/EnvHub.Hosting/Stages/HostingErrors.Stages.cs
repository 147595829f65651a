namespace EnvHub.Hosting;

/// <summary>Messages about stages and what they gain: codes EH3600 to EH3699.</summary>
internal static partial class HostingErrors
{
    public static HubException NoBaseline(string arm, IEnumerable<string> arms) => new("EH3600",
        $"arm '{arm}': the run has no finished trial of it that was evaluated while it trained; it has such trials of {NameList.Of(arms)}. "
        + "Name one of these as the baseline.");

    public static HubException NothingToCompare(string arm) => new("EH3601",
        $"arm '{arm}': no other arm of the run has a finished trial with a task and a seed in common with it. Run arms whose last stages have the same tasks.");

    public static HubException SeveralRuns(string folder, string trial) => new("EH3602",
        $"'{folder}': it holds the trial {trial} more than once, so it is no single run. Name one run folder, like runs/classic-pair/20260131-120000.");

    public static HubException NoTeachers(string folder, IReadOnlyList<string> problems) => new("EH3610",
        $"'{folder}': no finished trial there learned a task that one of its sources learned too, with a random reference score and a source better than random. Name a run whose arms have such stages."
        + string.Concat(problems.Select(problem => $"\nLeft out: {problem}")));
}
