namespace EnvHub.Python;

/// <summary>Every message about environments that are served to another process: codes EH4650 to EH4669.</summary>
internal static class ServingErrors
{
    public static HubException BadRequest(string line, string reason) => new("EH4650",
        $"serve-envs: the request {JsonMessage.Shown(line)} cannot be read ({reason}); it is one line of JSON, the first with at least an id, the second with a map. Take hub and Python package of one version.");

    public static HubException NoSuchRenderMode(string name) => new("EH4651",
        $"render mode: it is {JsonMessage.Shown(name)}; the hub draws ansi and rgb_array. Name one of them, or none.");

    public static HubException CannotRender(string id, RenderMode mode, IEnumerable<RenderMode> modes) => new("EH4652",
        $"{id}: render mode {RenderModeNames.Of(mode)} was asked for; it has {List(modes)}. Name one that it has, or none.");

    public static HubException TooFewCopies(string id, int copies) => new("EH4653",
        $"{id}: the number of copies is {copies}; it must be at least 1 and at most {ServedEnvironment.MostCopies}.");

    public static HubException NoSuchCopy(string id, int copy, int count) => new("EH4654",
        $"{id}: copy {copy} was asked for; copies are numbered 0..{count - 1}.");

    public static HubException NoSuchCommand(int command) => new("EH4655",
        $"serve-envs: the command is {command}; 0 to 8 are known. Take hub and Python package of one version.");

    public static HubException TooLong(string id, int bytes, int room) => new("EH4656",
        $"{id}: an answer takes {bytes} bytes, the shared memory has room for {room}. Ask for fewer copies, or without infos.");

    public static HubException OtherMemory(SharedLayout needs, SharedLayout has) => new("EH4657",
        $"serve-envs: the shared memory is laid out for {Sizes(has)}; the environment needs {Sizes(needs)}. Take hub and Python package of one version.");

    public static HubException NotApart(string id) => new("EH4658",
        $"{id}: some copies were asked for without the others, which this environment cannot. Step and reset all, or take another autoreset mode.");

    public static HubException BadState(string id, string reason) => new("EH4659",
        $"{id}: the state is not one that get_state() gave here ({reason}). Take it from an environment of the same id, settings and number of copies.");

    public static HubException InUse(string path) => new("EH4660",
        $"--listen: a hub listens at {path} already. Reach that one, or name another path.");

    public static HubException NotASocket(string path) => new("EH4661",
        $"--listen: {path} exists and is no socket; it is left as it is. Name another path.");

    public static HubException CannotListen(string path, Exception fault) => new("EH4662",
        $"--listen: no socket can be made at {path} ({fault.Message.Split('\n')[0]}). Name a path of at most 100 bytes in a folder that you may write in.", fault);

    public static HubException NoState(string id) => new("EH4663",
        $"{id}: it has no snapshots, so its state can be neither taken nor copied. Make a new one, and reset it with a seed.");

    public static HubException OtherOrigin(string id, string has, string needs) => new("EH4664",
        $"{id}: the state is of {has}; this one takes states of {needs}. Make an environment as the one that gave it.");

    private static string Sizes(SharedLayout layout) =>
        $"{layout.Copies} copies, {layout.ObservationElements} elements per observation and {layout.ActionElements} per action";

    private static string List(IEnumerable<RenderMode> modes) => modes.Any() ? string.Join(", ", modes.Select(RenderModeNames.Of)) : "none";
}
