using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace EnvHub.Hosting.Tests;

public sealed class PluginUnloadingTests
{
    [Test]
    public void Catalog_Dropped_UnloadsItsPlugins() => AssertCollected(LoadAndDrop());

    [Test]
    public void Catalog_DroppedAfterBindingSettings_UnloadsItsPlugins() => AssertCollected(LoadBindAndDrop());

    private static void AssertCollected(WeakReference context)
    {
        // Finalizers unload the context, and what they held goes in the collection after: a handful of rounds is plenty. The pauses are for
        // threads of the pool that still stand in what they did last.
        for (int i = 0; i < 200 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (i > 10) Thread.Sleep(50);
        }
        Assert.That(context.IsAlive, Is.False);
    }

    private static HubCatalog LoadGood() => HubCatalog.Load(new HubOptions { PluginFolders = [Path.Combine(TestPluginFolders.All, "Good")] }, PluginLifetime.Catalog);

    // Not inlined: no local of the caller may keep the plugin's types.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndDrop() =>
        new(AssemblyLoadContext.GetLoadContext(LoadGood().Environments.All[0].SettingsType.Assembly));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadBindAndDrop()
    {
        var type = LoadGood().Environments.All[0].SettingsType;
        OptionsBinder.Bind(System.Text.Json.JsonElement.Parse("""{ "max_episode_steps": 3 }"""), type, "$", new List<ConfigurationFault>());
        return new(AssemblyLoadContext.GetLoadContext(type.Assembly));
    }
}
