using System.Globalization;

namespace EnvHub.Envs.Gymnasium;

/// <summary>Every message of the bridge: codes EH4400 to EH4499.</summary>
internal static class GymnasiumErrors
{
    public static HubException NoPython(string id, string? named) => new("EH4401", named is null
        ? $"gymnasium/{id}: no Python with gymnasium and numpy was found. Run 'envhub python setup', or name an interpreter as \"python\"."
        : $"gymnasium/{id}: \"python\" is '{named}', which does not answer. Name an interpreter that starts, or leave it out.");

    public static HubException Refused(string id, string reason) => new("EH4402", $"gymnasium/{id}: {reason.TrimEnd()}");

    public static HubException CannotStart(string id, string python, Exception cause) => new("EH4403",
        $"gymnasium/{id}: {python} cannot be started: {cause.Message} Name another interpreter as \"python\".", cause);

    public static HubException StartTimedOut(string id, double seconds, string tail) => new("EH4404",
        $"gymnasium/{id}: its worker was not ready after {Text(seconds)} s. Raise \"startTimeout\", or look at what it does when it is made.{tail}");

    public static HubException Died(string id, string how, string tail) => new("EH4405",
        $"gymnasium/{id}: its worker process is gone ({how}). Look for a crash in native code, or for what killed it; "
        + $"\"onFailure\": \"restart\" goes on with a fresh one.{tail}");

    public static HubException StepTimedOut(string id, double seconds, bool? isBeating, string tail) => new("EH4406",
        $"gymnasium/{id}: no answer within {Text(seconds)} s{Pulse(isBeating)}. "
        + $"Raise \"stepTimeout\" if it may take so long.{tail}");

    public static HubException Failed(string id, int copy, string traceback) => new("EH4407",
        $"gymnasium/{id}: {(copy < 0 ? "it failed" : $"copy {copy} failed")} in Python:\n{traceback.TrimEnd()}");

    public static HubException NotFinite(string id, int copy, string what) => new("EH4408",
        $"gymnasium/{id}: {what} of copy {copy} is NaN; it must be a number. Look for a division by zero, an overflow or, as a reward, None in the environment.");

    public static HubException NoProgress(string id, int failures, HubException last) => new("EH4409",
        $"gymnasium/{id}: {failures} workers failed one after the other before a single step was made; the last one: {last.Message}", last);

    public static HubException BadAnswer(string id, string answer, string fault) => new("EH4410",
        $"gymnasium/{id}: its worker said '{JsonMessage.Shown(answer)}', which is not what the hub asked for: {fault}. Take hub and worker.py of one version.");

    public static HubException NotReset(string id) => new("EH1103", $"gymnasium/{id}: asked before its first reset. Call Reset first.");

    public static HubException NotRendered(string id, RenderMode mode, string? made) => new("EH1105",
        $"gymnasium/{id}: render mode {mode} is not supported; it was made with {made ?? "none"}. Set \"render\" to rgb_array or ansi.");

    private static string Pulse(bool? isBeating) => isBeating switch
    {
        true => "; the worker process lives, so a copy hangs in step or reset",
        false => "; the worker process stands still",
        null => "",
    };

    public static HubException NoLibrary(string id, LibPython library) => new("EH4411",
        $"gymnasium/{id}: {library.Executable} (Python {library.Version}) has no shared library {library.Name}, which \"host\": \"in-process\" loads. "
        + $"Install it (on Debian and Ubuntu the package {library.Package}), name another interpreter as \"python\", or take \"host\": \"workers\".");

    public static HubException OtherInterpreter(string id, string python, string other) => new("EH4412",
        $"gymnasium/{id}: \"host\" is \"in-process\" and the interpreter {python}, but this process takes {other}: it can have one. Name the same \"python\" in all such tasks, or take \"host\": \"workers\".");

    public static HubException NoInterpreter(string id, string library, Exception cause) => new("EH4413",
        $"gymnasium/{id}: {library} cannot be started in the hub's process: {cause.GetBaseException().Message} Name another interpreter as \"python\", or take \"host\": \"workers\".", cause);

    private static string Text(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
