using System.CommandLine;
using EnvHub.Python;
using Microsoft.Win32.SafeHandles;

namespace EnvHub.Cli;

/// <summary><c>envhub serve-envs</c>: environments for the Python package, through memory that both processes map.</summary>
internal static class ServeEnvsVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var verb = new Command("serve-envs", "Serve an environment to the process that started this one; the Python package envhub does. Ends with it.");
        verb.SetAction(parsed =>
        {
            // Plugins may print; the output belongs to the doorbell.
            Console.SetOut(Console.Error);
            using var requests = Pipe(0, FileAccess.Read);
            using var replies = Pipe(1, FileAccess.Write);
            var opened = Hub.Open(parsed.GetValue(hub));
            new EnvironmentServer(request => Find(opened, request, terminal)).Serve(requests, replies);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static Func<int, IVectorEnvironment> Find(Hub hub, ServedRequest request, Terminal terminal)
    {
        string[] set = [.. request.Settings.Select(setting => $"{setting.Key}={setting.Value?.ToJsonString() ?? "null"}")];
        var (task, warning) = EnvironmentPlanner.Plan(hub.Catalog, request.Id, set, []);
        if (warning is not null) terminal.Error.WriteLine($"warning {warning}");
        return task.Create;
    }

    // The console's own streams cannot be waited for with a limit, and buffer.
    private static FileStream Pipe(int descriptor, FileAccess access) => new(new SafeFileHandle(descriptor, ownsHandle: false), access, bufferSize: 0);
}
