using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;

namespace EnvHub.Hosting;

/// <summary>Where one plugin's assemblies live: its own copies of whatever it brings, the hub's copies of the contracts.</summary>
/// <remarks>A collectible one goes once nothing refers to the plugin's registrations any more, and its code is slower; see
/// <see cref="PluginLifetime"/>.</remarks>
internal static class PluginRoom
{
    // Their types pass between hub and plugin, so there may be only one of each, whatever files a plugin brings.
    private static readonly string[] Shared = ["EnvHub.Contracts", "EnvHub.Numerics", "EnvHub.Networks", "EnvHub.Learning"];

    /// <summary>Makes a room for the plugin whose assembly <paramref name="assemblyFile"/> is.</summary>
    public static PluginLoader Open(string assemblyFile, PluginLifetime lifetime) => PluginLoader.CreateFromAssemblyFile(assemblyFile, room =>
    {
        room.IsUnloadable = lifetime == PluginLifetime.Catalog;
        room.DefaultContext = HubContext.Instance;
        // What the contracts refer to is shared as it is met: loading all of it beforehand would only cost time.
        room.IsLazyLoaded = true;
        foreach (string name in Shared) room.SharedAssemblies.Add(new AssemblyName(name));
    });

    /// <summary>Whether <paramref name="assembly"/> came with a plugin.</summary>
    public static bool IsOfPlugin(Assembly assembly) =>
        AssemblyLoadContext.GetLoadContext(assembly) is { } context && context != AssemblyLoadContext.Default && context != HubContext.Own;

    // The hub's assemblies by their name alone: a plugin that was built against another version of the contracts still gets the only one there is.
    private sealed class HubContext() : AssemblyLoadContext("hub")
    {
        public static HubContext Instance { get; } = new();

        public static AssemblyLoadContext Own { get; } = GetLoadContext(typeof(IHubPlugin).Assembly)!;

        protected override Assembly? Load(AssemblyName assemblyName) => Own.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
    }
}
