using EnvHub.Evaluation;

namespace EnvHub.Cli;

/// <summary>Messages of the command line: codes EH5000 to EH5999.</summary>
internal static class CliErrors
{
    /// <summary>The environment variable that lets an unexpected fault through with its stack trace.</summary>
    public const string TraceVariable = "ENVHUB_TRACE";

    public static HubException Unexpected(Exception fault) => new("EH5099",
        $"envhub: {fault.GetType().Name}: {fault.Message} Nobody foresaw this fault; set {TraceVariable}=1 and run it again to see where it comes from, "
        + "and report it to the plugin named there, or to EnvHub.", fault);

    public static HubException Short(string shortage) => new("EH5050", $"envhub: {shortage}");

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
        + "Run 'envhub python setup', or activate a virtual environment that has them.");

    public static HubException NoBaseline(string reason) => new("EH5014",
        $"bench bridge: Gymnasium's own speed cannot be measured: {reason}. Run 'envhub doctor' to see which Pythons were found.");

    public static HubException NothingRecorded(string runFolder, string reason) => new("EH5047",
        $"run folder {runFolder}: no trial's record could be written: {reason} Mend that, then type: envhub resume {runFolder} --failed.");

    public static HubException RoomDidNotHelp(string loader, string reason) => new("EH5048",
        $"{loader}: a process that it starts cannot run the backend ({reason}). Prepare its libraries anew: envhub torch setup --again.");

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

    public static HubException NothingToWatch(string name) => new("EH5046",
        $"watch: '{name}' is neither a trial's folder nor an environment's id. Name a folder like runs/classic-pair/20260131-120000/multitask-dqn/seed-1, "
        + "or an id of 'envhub list environments'.");

    public static HubException PolicyInTrial(string folder) => new("EH5052",
        $"--onnx: '{folder}' is a folder, and a policy from an ONNX file plays an environment. Name an id of 'envhub list environments'.");

    public static HubException NeedsTrial(string option, string id) => new("EH5044",
        $"{option}: '{id}' is taken for an environment's id, since there is no such folder; the option is for a trial's folder. Leave it out, or name the folder.");
}
