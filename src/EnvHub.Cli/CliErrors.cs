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

    public static HubException NoBaseline(string reason) => new("EH5010",
        $"bench bridge: Gymnasium's own speed cannot be measured: {reason}. Run 'envhub doctor' to see which Pythons were found.");
}
