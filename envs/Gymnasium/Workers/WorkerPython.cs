using System.Collections.Concurrent;
using System.Diagnostics;

namespace EnvHub.Envs.Gymnasium;

/// <summary>The interpreter for workers, and how one is started.</summary>
internal static class WorkerPython
{
    private const string Script = "worker.py";

    private static readonly ConcurrentDictionary<string, PythonInterpreter> Known = new(StringComparer.Ordinal);

    /// <summary>Where the bridge's own modules lie.</summary>
    public static string ModuleFolder => Path.Combine(Path.GetDirectoryName(typeof(WorkerPython).Assembly.Location)!, "python");

    private static string ScriptPath => Path.Combine(ModuleFolder, Script);

    /// <exception cref="HubException">EH4401 there is none.</exception>
    public static ProcessStartInfo StartInfo(string id, GymnasiumSettings settings)
    {
        var python = Find(id, settings.Python);
        // -u: what an environment writes to standard error is there when it dies. -B: nothing is written beside the script.
        var start = python.StartInfo("-u", "-B", ScriptPath);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        python.ComputeAsNumPy2(start);
        return start;
    }

    /// <exception cref="HubException">EH4401 there is none.</exception>
    public static PythonInterpreter Find(string id, string? named)
    {
        if (Known.TryGetValue(named ?? "", out var known)) return known;
        var found = (named is null ? PythonLocator.Find() : PythonLocator.Ask(named)) ?? throw GymnasiumErrors.NoPython(id, named);
        return Known.GetOrAdd(named ?? "", found);
    }
}
