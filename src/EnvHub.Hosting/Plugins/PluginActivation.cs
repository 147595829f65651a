using System.Reflection;

namespace EnvHub.Hosting;

/// <summary>Loads one plugin's assembly and lets it register.</summary>
internal static class PluginActivation
{
    /// <summary>What the plugin registers. Where it fails, its assemblies are let go if its lifetime allows it.</summary>
    /// <remarks>A plugin that never returns from Configure holds the hub: only a process of its own could end it.</remarks>
    /// <exception cref="PluginFailure">EH3013 to EH3018.</exception>
    public static PluginBuilder Run(string folder, PluginManifest manifest, PluginLifetime lifetime)
    {
        var contract = Version.Parse(manifest.Contract);
        if (contract.Major != ContractVersion.Current.Major || contract > ContractVersion.Current)
            throw HostingErrors.WrongContract(manifest.Id, contract);
        string file = Path.Combine(folder, manifest.Assembly);
        if (!File.Exists(file)) throw HostingErrors.MissingAssembly(manifest.Id, file);
        var room = Guard(manifest.Id, file, () => PluginRoom.Open(file, lifetime));
        try
        {
            var assembly = Guard(manifest.Id, file, room.LoadDefaultAssembly);
            PluginDependencies.LoadAll(room, folder, assembly, manifest.Id);
            return Configure(Create(EntryPoint(assembly, manifest.Id, file), manifest.Id), manifest.Id);
        }
        catch (PluginFailure)
        {
            room.Dispose();
            throw;
        }
    }

    private static Type EntryPoint(Assembly assembly, string id, string file)
    {
        var types = Guard(id, file, assembly.GetExportedTypes);
        Type[] found = [.. types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IHubPlugin)))];
        if (found is not [var entryPoint]) throw HostingErrors.NoEntryPoint(id, file, [.. found.Select(type => type.Name)]);
        return entryPoint.GetConstructor(Type.EmptyTypes) is null ? throw HostingErrors.NoConstructor(id, entryPoint.Name) : entryPoint;
    }

    private static IHubPlugin Create(Type entryPoint, string id)
    {
        try
        {
            return (IHubPlugin)Activator.CreateInstance(entryPoint)!;
        }
        catch (TargetInvocationException e)
        {
            throw Explain(id, e.InnerException!);
        }
    }

    private static PluginBuilder Configure(IHubPlugin plugin, string id)
    {
        var builder = new PluginBuilder();
        try
        {
            plugin.Configure(builder);
        }
        catch (Exception e)
        {
            throw Explain(id, e);
        }
        builder.Close();
        return builder;
    }

    // What a static constructor threw says more than that one threw.
    private static PluginFailure Explain(string id, Exception e) =>
        HostingErrors.FailedToConfigure(id, e is TypeInitializationException { InnerException: { } cause } ? cause : e);

    // Whatever the runtime finds wrong with a file or its types is the plugin's fault, not the hub's.
    private static T Guard<T>(string id, string file, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw HostingErrors.BadAssembly(id, file, e);
        }
    }
}
