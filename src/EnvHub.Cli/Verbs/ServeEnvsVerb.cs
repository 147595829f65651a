using System.CommandLine;
using EnvHub.Python;
using Microsoft.Win32.SafeHandles;

namespace EnvHub.Cli;

/// <summary><c>envhub serve-envs</c>: environments for the Python package, through memory that both processes map.</summary>
internal static class ServeEnvsVerb
{
    public static Command Create(Option<string?> hub, Terminal terminal)
    {
        var listen = new Option<string?>("--listen")
        {
            Description = "Serve whoever connects to this Unix-domain socket, until Ctrl-C; Python reaches it with hub=\"unix:PATH\" or ENVHUB_ADDRESS.",
            HelpName = "path",
        };
        var verb = new Command("serve-envs", "Serve an environment to the process that started this one, and end with it; the Python package envhub starts it.") { listen };
        verb.SetAction(parsed =>
        {
            // Plugins may print; the output may belong to the doorbell.
            Console.SetOut(Console.Error);
            var opened = Hub.Open(parsed.GetValue(hub));
            var server = new EnvironmentServer(request => Find(opened, request, terminal));
            if (parsed.GetValue(listen) is { } path) Listen(Path.GetFullPath(path), server, terminal);
            else ServeStarter(server);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static void ServeStarter(EnvironmentServer server)
    {
        using var requests = Pipe(0, FileAccess.Read);
        using var replies = Pipe(1, FileAccess.Write);
        server.Serve(requests, replies);
    }

    private static void Listen(string path, EnvironmentServer server, Terminal terminal)
    {
        using var listener = new EnvironmentListener(path, server, fault => terminal.Error.WriteLine($"warning {fault}"));
        using var interruption = new Interruption();
        terminal.Error.WriteLine($"serve-envs: listening at unix:{path}; Ctrl-C ends it");
        listener.RunAsync(interruption.Token).GetAwaiter().GetResult();
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
