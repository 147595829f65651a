using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary>Messages of the command line: codes EH5000 to EH5999.</summary>
internal static class CliErrors
{
    public static HubException NoSuchEpisodes(int episodes) => new("EH5001",
        $"--episodes: it is {episodes}; it must be at least 1.");

    public static HubException BadSteps(string option, long value) => new("EH5002",
        $"{option}: it is {value}; it must be at least 1.");

    public static HubException UnfitForRollout(string id, string space) => new("EH5003",
        $"{id}: actions of {space} cannot be sampled here. Name an environment of 'envhub list environments'.");

    public static HubException PythonFailed(string program, string reason) => new("EH5010",
        $"Python, {program}: it failed. What it wrote last:\n{reason}");

    public static HubException PythonLate(string program, TimeSpan longest, string errors) => new("EH5011",
        $"Python, {program}: it had not ended after {longest.TotalSeconds:0} s. Find out where the environment hangs, or give a longer --time-limit."
        + (errors.Length > 0 ? $" What it wrote last:\n{errors}" : ""));

    public static HubException SpacesDiffer(string native, string python, TrajectoryLayout ours, TrajectoryLayout theirs) => new("EH5012",
        $"{native} and Python's {python}: observations have {ours.ObservationSize} and {theirs.ObservationSize} elements, actions {ours.ActionSize} "
        + $"and {theirs.ActionSize}; they must be equal to be compared. Name the environment that the native one is a port of.");

    public static HubException NoPython(IReadOnlyList<string> candidates) => new("EH5013",
        $"Python: none with gymnasium and numpy was found; looked at {(candidates.Count == 0 ? "nothing, for there is no python3" : string.Join(", ", candidates))}. "
        + "Activate a virtual environment that has them: pip install gymnasium.");

    public static HubException NoBaseline(string reason) => new("EH5014",
        $"bench bridge: Gymnasium's own speed cannot be measured: {reason}. Run 'envhub doctor' to see which Pythons were found.");
}
