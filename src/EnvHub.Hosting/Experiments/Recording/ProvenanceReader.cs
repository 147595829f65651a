using System.Reflection;
using System.Runtime.InteropServices;

namespace EnvHub.Hosting;

/// <summary>Finds out what a record should say of its making.</summary>
public static class ProvenanceReader
{
    /// <summary>The hub's version, without the commit that a build may append.</summary>
    public static string HubVersion { get; } = (typeof(ProvenanceReader).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    /// <summary>Versions, commit and machine, as of now.</summary>
    public static Provenance Read(HubOptions options, HubCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(catalog);
        var (commit, dirty) = GitCommit.Of(options.Root);
        return new Provenance
        {
            Hub = HubVersion,
            Contract = ContractVersion.Current.ToString(),
            Plugins = catalog.Plugins.Where(plugin => plugin.State == PluginState.Loaded).ToDictionary(plugin => plugin.Id, plugin => plugin.Version ?? ""),
            DotNet = RuntimeInformation.FrameworkDescription,
            Commit = commit,
            Dirty = dirty,
            Machine = Machine.Current,
        };
    }
}
