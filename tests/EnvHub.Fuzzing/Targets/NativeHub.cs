using System.Reflection;
using EnvHub.Hosting;

namespace EnvHub.Fuzzing;

/// <summary>The hub's own plugins but the bridge: what readers look names up in. No process is started for an id that was made up.</summary>
internal static class NativeHub
{
    private static readonly string[] Plugins = ["Envs.ClassicControl", "Envs.ToyText", "Plugins.Dqn", "Plugins.MultiTaskDqn", "Plugins.FineTune", "Plugins.Distillation", "Plugins.Wrappers"];

    public static HubCatalog Catalog { get; } = HubCatalog.Load(new HubOptions { PluginFolders = [.. Plugins.Select(plugin => Path.Combine(Folder, $"EnvHub.{plugin}"))] });

    private static string Folder => typeof(NativeHub).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "PluginsFolder").Value!;
}
