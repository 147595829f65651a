using System.Reflection;
using System.Runtime.Loader;

namespace EnvHub.Hosting;

/// <summary>Where one plugin's assemblies live: its own copies of whatever it brings, the hub's copies of the contracts.</summary>
/// <remarks>A collectible one goes once nothing refers to the plugin's registrations any more, and its code is slower; see
/// <see cref="PluginLifetime"/>.</remarks>
internal sealed class PluginLoadContext(string id, string assemblyFile, PluginLifetime lifetime)
    : AssemblyLoadContext($"plugin {id}", isCollectible: lifetime == PluginLifetime.Catalog)
{
    // Their types pass between hub and plugin, so there may be only one of each, whatever files a plugin brings.
    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        "EnvHub.Contracts", "EnvHub.Numerics", "EnvHub.Networks", "EnvHub.Learning",
    };

    private readonly AssemblyDependencyResolver _resolver = new(assemblyFile);

    /// <summary>Whether the plugin has a copy of its own.</summary>
    public bool Brings(AssemblyName assemblyName) =>
        !Shared.Contains(assemblyName.Name!) && _resolver.ResolveAssemblyToPath(assemblyName) is not null;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        if (Shared.Contains(assemblyName.Name ?? "")) return HubContext.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!));
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } file ? LoadFromAssemblyPath(file) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : nint.Zero;

    private static AssemblyLoadContext HubContext => GetLoadContext(typeof(IHubPlugin).Assembly)!;
}
