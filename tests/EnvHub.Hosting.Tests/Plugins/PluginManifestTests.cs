using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class PluginManifestTests
{
    private const string Sound = """{ "id": "a-plugin", "name": "A", "version": "1", "contract": "2.0", "assembly": "A.dll" }""";

    [TestCase("{ \"id\": \"a\",\n  \"name\" \"A\" }", "line 2, column 10")]
    [TestCase("{}", "$.id: found nothing")]
    [TestCase("[]", "found a list of 0")]
    [TestCase("", "line 1, column 1")]
    public void Load_UnreadableManifest_SaysWhere(string text, string reason) => AssertBadManifest(text, reason);

    [TestCase("a-plugin", "A Plugin", "$.id: found \"A Plugin\"")]
    [TestCase("a-plugin", ".a", "allowed: lower-case letters, digits and '-', in parts between dots")]
    [TestCase("a-plugin", "a..b", "$.id: found \"a..b\"")]
    [TestCase("a-plugin", "..", "$.id: found \"..\"")]
    [TestCase("a-plugin", "my-lab.", "$.id: found \"my-lab.\"")]
    [TestCase("a-plugin", "", "$.id: found \"\"")]
    [TestCase("2.0", "one", "$.contract: found \"one\"")]
    [TestCase("A.dll", "../A.dll", "$.assembly: found \"../A.dll\"")]
    [TestCase("A.dll", "A.exe", "$.assembly: found \"A.exe\"")]
    public void Load_ManifestWithABadValue_NamesIt(string value, string bad, string reason) =>
        AssertBadManifest(Sound.Replace($"\"{value}\"", $"\"{bad}\"", StringComparison.Ordinal), reason);

    [TestCase("my-lab.snake")]
    [TestCase("a.b.c-1")]
    public void Load_IdInPartsBetweenDots_IsTaken(string id)
    {
        var status = Load(Sound.Replace("a-plugin", id, StringComparison.Ordinal));
        Assert.That((status.Id, status.State), Is.EqualTo((id, PluginState.MissingAssembly)), status.Reason);
    }

    [Test]
    public void Find_NameThatNobodyRegistered_SaysWhichPluginFailedAndWhy()
    {
        using var folder = new TemporaryFolder();
        folder.Write("plugin.json", Sound.Replace("a-plugin", "my-lab.snake", StringComparison.Ordinal));
        var catalog = HubCatalog.Load(new HubOptions { PluginFolders = [folder.Path] });
        Action[] lookUps =
        [
            () => catalog.Environments.Find("Snake-v0"), () => catalog.Environments.Find("my-lab/Snake-v0"), () => catalog.Learners.Find("snake"),
            () => catalog.Wrappers.Find("snake"), () => catalog.Backends.Find("snake"),
        ];
        foreach (var lookUp in lookUps)
            Assert.That(() => lookUp(), Throws.InstanceOf<HubException>().With.Message.Contains("The plugin 'my-lab.snake' did not load, so nothing of it is registered: EH30").And.Message.Contains("A.dll"));
    }

    [Test]
    public void Load_SeveralFaults_ReportsAll()
    {
        string? reason = Load("""{ "id": "a", "nam": "A", "version": 1, "contract": "2.0" }""").Reason;

        Assert.That(reason, Does.Contain("$.nam:").And.Contain("Did you mean 'name'?").And.Contain("$.version:").And.Contain("$.assembly:"));
    }

    [TestCase("2.1")]
    [TestCase("1.0")]
    public void Load_ContractThatTheHubLacks_IsRefused(string contract) =>
        Assert.That(Load(Sound.Replace("2.0", contract, StringComparison.Ordinal)).State, Is.EqualTo(PluginState.WrongContract));

    [Test]
    public void Load_AssemblyThatIsNotThere_IsRefused() => Assert.That(Load(Sound).State, Is.EqualTo(PluginState.MissingAssembly));

    [Test]
    public void Load_AssemblyThatIsNone_IsRefused() => Assert.That(Load(Sound, assembly: "no assembly").State, Is.EqualTo(PluginState.BadAssembly));

    [TestCase(3, 1)]
    [TestCase(4, 0)]
    public void Load_PluginInASubfolder_IsFoundDownToDepthThree(int depth, int found)
    {
        using var folder = new TemporaryFolder();
        folder.Write(Path.Combine([.. Enumerable.Repeat("deeper", depth), "plugin.json"]), Sound);

        Assert.That(HubCatalog.Load(new HubOptions { PluginFolders = [folder.Path] }).Plugins, Has.Count.EqualTo(found));
    }

    private static void AssertBadManifest(string text, string reason)
    {
        var status = Load(text);
        Assert.That(status.State, Is.EqualTo(PluginState.BadManifest));
        Assert.That(status.Reason, Does.Contain(reason));
    }

    private static PluginStatus Load(string manifest, string? assembly = null)
    {
        using var folder = new TemporaryFolder();
        folder.Write("plugin.json", manifest);
        if (assembly is not null) folder.Write("A.dll", assembly);
        return HubCatalog.Load(new HubOptions { PluginFolders = [folder.Path] }).Plugins.Single();
    }
}
