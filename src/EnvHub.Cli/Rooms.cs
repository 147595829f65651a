using System.Runtime.InteropServices;

namespace EnvHub.Cli;

/// <summary>Begins this process anew under the loader that a network backend needs. Arguments, streams, signals and the process's number stay; what was
/// done until then must have left nothing behind.</summary>
internal static partial class Rooms
{
    // Says that it was tried: a room that does not help is a fault, not a loop.
    private const string Variable = "ENVHUB_ROOM";

    /// <summary>Whether the process is the command's own, so that it may; a test's or a service's is not.</summary>
    public static bool MayBeginAnew { get; set; }

    /// <summary>Begins anew if a stage's backend needs it; else does nothing.</summary>
    public static void EnterFor(ExperimentPlan plan) => EnterFor(plan.Arms.SelectMany(arm => arm.Stages));

    /// <inheritdoc cref="EnterFor(ExperimentPlan)"/>
    public static void EnterFor(params IEnumerable<StagePlan> stages) => Enter(stages.Select(stage => stage.Backend.Room(stage.BackendOptions)));

    /// <summary>Begins anew if a backend with its default options can run here, but not in this process.</summary>
    public static void EnterFor(NetworkBackendRegistration backend)
    {
        object options = Activator.CreateInstance(backend.OptionsType)!;
        if (backend.Refusal(options) is null) Enter([backend.Room(options)]);
    }

    private static void Enter(IEnumerable<LoaderRoom?> rooms)
    {
        // A backend in a process that cannot run it says so itself.
        if (!MayBeginAnew || rooms.OfType<LoaderRoom>().FirstOrDefault() is not { } room) return;
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }) throw CliErrors.RoomDidNotHelp(room.Loader, "it is running there");
        string[] own = Environment.GetCommandLineArgs();
        string?[] arguments = [room.Loader, .. room.Arguments, "exec", typeof(Rooms).Assembly.Location, .. own[1..], null];
        var variables = Environment.GetEnvironmentVariables();
        string?[] environment = [.. variables.Keys.Cast<string>().Select(name => $"{name}={variables[name]}"), $"{Variable}={room.Loader}", null];
        Console.Out.Flush();
        Console.Error.Flush();
        _ = ReplaceProcess(room.Loader, arguments, environment);
        throw CliErrors.RoomDidNotHelp(room.Loader, Marshal.GetLastPInvokeErrorMessage());
    }

    [LibraryImport("libc", EntryPoint = "execve", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int ReplaceProcess(string path, string?[] arguments, string?[] environment);
}
