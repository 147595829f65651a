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

    public static HubException NoPicture(string id, string needed, IEnumerable<string> offered) => new("EH5040",
        $"{id}: a picture as {needed} is needed here; it offers {(offered.Any() ? string.Join(", ", offered) : "none")}. A terminal shows both kinds, --gif takes rgb_array, a file or pipe ansi.");

    public static HubException UnfitMode(string mode) => new("EH5045",
        $"--mode: {mode} cannot be shown there: an animation is made of pixels, a file or pipe takes text. Leave --mode out.");

    public static HubException FileExists(string option, string path) => new("EH5041",
        $"{option}: {path} exists. Give --force to overwrite it, or name another file.");

    public static HubException NoSuchTask(string task, IEnumerable<string> tasks) => new("EH5042",
        $"--task: '{task}' is no task of the trial; it has {string.Join(", ", tasks)}.");

    public static HubException NotWritable(string option, string path, Exception fault) => new("EH5043",
        $"{option}: {path} cannot be written: {fault.Message}", fault);

    public static HubException NeedsTrial(string option, string id) => new("EH5044",
        $"{option}: '{id}' is taken for an environment's id, since there is no such folder; the option is for a trial's folder. Leave it out, or name the folder.");
}
