using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;

namespace EnvHub.Hosting;

/// <summary>Loads everything that a plugin refers to, so that what is missing shows at the start and not hours into a trial.</summary>
internal static class PluginDependencies
{
    private static readonly HashSet<string> OfHub = new(
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(file => Path.GetFileNameWithoutExtension(file)!),
        StringComparer.OrdinalIgnoreCase);

    /// <exception cref="PluginFailure">EH3016 a dependency is missing.</exception>
    public static void LoadAll(PluginLoader room, string folder, Assembly assembly, string id)
    {
        var waiting = new Queue<Assembly>([assembly]);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (waiting.TryDequeue(out var current))
        {
            foreach (var reference in current.GetReferencedAssemblies())
            {
                if (!known.Add(reference.Name!)) continue;
                // What the hub has and the plugin does not bring is there for certain; loading it now would only cost time.
                if (OfHub.Contains(reference.Name!) && !File.Exists(Path.Combine(folder, $"{reference.Name}.dll"))) continue;
                var loaded = Load(room, reference, current, id);
                if (AssemblyLoadContext.GetLoadContext(loaded) == room.LoadContext) waiting.Enqueue(loaded);
            }
        }
    }

    private static Assembly Load(PluginLoader room, AssemblyName reference, Assembly neededBy, string id)
    {
        try
        {
            return room.LoadAssembly(reference);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw HostingErrors.MissingDependency(id, $"{reference.Name} {reference.Version}", $"{neededBy.GetName().Name}", e);
        }
    }
}
