namespace EnvHub.Hosting.Tests;

/// <summary>Where the build put the test plugins.</summary>
internal static class TestPluginFolders
{
    public static string All { get; } = Path.Combine(RepositoryFolder.Path, "artifacts", "test-plugins");

    /// <summary>The catalog of these plugins alone.</summary>
    public static HubCatalog Load(params string[] plugins) =>
        HubCatalog.Load(new HubOptions { PluginFolders = [.. plugins.Select(plugin => Path.Combine(All, plugin))] });
}
