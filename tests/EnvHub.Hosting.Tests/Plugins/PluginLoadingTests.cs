namespace EnvHub.Hosting.Tests;

public sealed class PluginLoadingTests
{
    [Test]
    public void Load_GoodPlugin_RegistersWhatItBrings()
    {
        var catalog = TestPluginFolders.Load("Good");

        Assert.That(catalog.Environments.Find("Good-v1").Registration.SettingsType.Name, Is.EqualTo("GoodSettings"));
        Assert.That(catalog.Learners.Find("good-learner").Name, Is.EqualTo("good-learner"));
    }

    [Test]
    public void Load_GoodPlugin_ReportsItsManifestAndRegistrations()
    {
        var status = TestPluginFolders.Load("Good").Plugins.Single();

        Assert.That((status.Id, status.State, status.Reason), Is.EqualTo(("good", PluginState.Loaded, (string?)null)));
        Assert.That((status.Name, status.Version), Is.EqualTo(("Good", "1.2.3")));
        Assert.That(status.Environments, Is.EqualTo(new[] { "Good-v1" }));
        Assert.That(status.Learners, Is.EqualTo(new[] { "good-learner" }));
    }

    [TestCase("WrongContract", PluginState.WrongContract, "contract 1.0")]
    [TestCase("ThrowsOnConfigure", PluginState.FailedToConfigure, "InvalidOperationException while it was configured: the moon is full")]
    [TestCase("MissingDependency", PluginState.MissingDependency, "EnvHub.TestPlugins.SharedLibrary 1.0.0.0")]
    [TestCase("NoEntryPoint", PluginState.NoEntryPoint, "no public class that implements IHubPlugin")]
    [TestCase("BadManifest", PluginState.BadManifest, "$.contrct: found the unknown key 'contrct'")]
    public void Load_FaultyPlugin_GivesAStatusWithTheReason(string plugin, PluginState state, string reason)
    {
        var status = TestPluginFolders.Load(plugin).Plugins.Single();

        Assert.That(status.State, Is.EqualTo(state));
        Assert.That(status.Reason, Does.Contain(reason));
    }

    [Test]
    public void Load_PluginThatThrowsAfterRegistering_RegistersNothing() =>
        Assert.That(TestPluginFolders.Load("ThrowsOnConfigure").Learners.All, Is.Empty);

    [Test]
    public void Load_TwoPluginsOfOneId_RefusesTheLaterAndNamesBothFolders()
    {
        var later = TestPluginFolders.Load("DuplicateId", "Good").Plugins[1];

        Assert.That(later.State, Is.EqualTo(PluginState.DuplicateId));
        Assert.That(later.Reason, Does.Contain(Path.Combine(TestPluginFolders.All, "DuplicateId")).And.Contain(later.Folder));
    }

    [Test]
    public void Load_CollidingRegistrations_RefusesTheLaterAndNamesBothPlugins()
    {
        var later = TestPluginFolders.Load("Colliding", "Good").Plugins[1];

        Assert.That(later.State, Is.EqualTo(PluginState.Collision));
        Assert.That(later.Reason, Does.Contain("plugin good").And.Contain("learner 'good-learner'").And.Contain("plugin colliding"));
    }

    [Test]
    public void Load_CollidingRegistrations_KeepsNothingOfTheLater()
    {
        var catalog = TestPluginFolders.Load("Colliding", "Good");

        Assert.That(catalog.Environments.All, Is.Empty);
        Assert.That(catalog.Learners.All.Select(learner => learner.Name), Is.EqualTo(new[] { "good-learner", "own-learner" }));
    }

    [Test]
    public void Load_TwoVersionsOfOneLibrary_GivesEachPluginItsOwn()
    {
        var learners = TestPluginFolders.Load("ConflictingDependencyA", "ConflictingDependencyB").Learners;

        Assert.That(learners.Find("library-in-a").Summary, Is.EqualTo("SharedLibrary 1.0.0.0"));
        Assert.That(learners.Find("library-in-b").Summary, Is.EqualTo("SharedLibrary 2.0.0.0"));
    }

    [Test]
    public void Load_ManyFaultyPlugins_LoadsTheOthers()
    {
        var plugins = HubCatalog.Load(new HubOptions { PluginFolders = [TestPluginFolders.All] }).Plugins;

        Assert.That(plugins.Where(plugin => plugin.State == PluginState.Loaded).Select(plugin => Path.GetFileName(plugin.Folder)),
            Is.EqualTo(new[] { "Colliding", "ConflictingDependencyA", "ConflictingDependencyB", "DuplicateId", "PolicyGradient" }));
        Assert.That(plugins.Select(plugin => plugin.Folder), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public void Load_FoldersThatOverlap_TakesAPluginOnce() =>
        Assert.That(HubCatalog.Load(new HubOptions { PluginFolders = [Path.Combine(TestPluginFolders.All, "Good"), Path.Combine(TestPluginFolders.All, "Good") + "/"] }).Plugins,
            Has.Count.EqualTo(1));

    [Test]
    public void Load_FolderThatDoesNotExist_GivesAStatus()
    {
        var status = TestPluginFolders.Load("Nowhere").Plugins.Single();

        Assert.That((status.Id, status.State), Is.EqualTo(("Nowhere", PluginState.MissingFolder)));
    }

    [Test]
    public void Load_AnyHub_HasTheEmbeddedBackend() =>
        Assert.That(TestPluginFolders.Load().Backends.Find("embedded").Name, Is.EqualTo("embedded"));
}
