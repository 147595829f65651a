using System.IO.Compression;

namespace EnvHub.Cli.Tests;

/// <summary>A real plugin packed, put into a hub of its own, and taken out; and packages that are none.</summary>
public sealed class PluginVerbTests : HubFixture
{
    private static readonly string Arcade = Path.Combine(RepositoryRoot(), "artifacts", "plugins", "EnvHub.Envs.Arcade");

    private string Folder => Path.GetDirectoryName(HubFile)!;

    private string Plugins => Path.Combine(Folder, "plugins");

    private string Package => Path.Combine(Folder, "arcade.plugin.zip");

    [SetUp]
    public void WriteEmptyHub()
    {
        Directory.CreateDirectory(Plugins);
        File.WriteAllText(HubFile, """{ "plugins": ["plugins"], "runs": "runs" }""");
    }

    [Test]
    public async Task PackAddRemove_RealPlugin_IsFoundPlayedAndGone()
    {
        Assert.That((await RunAsync("plugin", "pack", Arcade, "--output", Package)).Code, Is.Zero);
        var added = await RunAsync("plugin", "add", Package, "--json");
        Assert.That(added.Code, Is.Zero, added.ToString());
        Assert.That(added.Json.GetProperty("brings")[0].GetString(), Is.EqualTo("Catch-v0"));
        Assert.That((await RunAsync("rollout", "Catch-v0", "--steps", "5")).Code, Is.Zero);

        var again = await RunAsync("plugin", "add", Package);
        Assert.That((again.Code, again.Error), Is.EqualTo((ExitCode.Usage, again.Error)));
        Assert.That(again.Error, Does.Contain("EH3055").And.Contain("--replace"));
        Assert.That((await RunAsync("plugin", "add", Arcade, "--replace")).Code, Is.Zero);

        var removed = await RunAsync("plugin", "remove", "arcade");
        Assert.That(removed.Code, Is.Zero, removed.ToString());
        Assert.That(Directory.GetFileSystemEntries(Plugins), Is.Empty, "nothing is left, hidden or not");
        var none = await RunAsync("plugin", "remove", "arcade");
        Assert.That((none.Code, none.Error.Contains("EH3057", StringComparison.Ordinal)), Is.EqualTo((ExitCode.Usage, true)));
    }

    [Test]
    public async Task Pack_SameFolderTwice_GivesTheSameBytes()
    {
        string other = Path.Combine(Folder, "other.zip");
        await RunAsync("plugin", "pack", Arcade, "--output", Package);
        await RunAsync("plugin", "pack", Arcade, "--output", other);
        Assert.That(File.ReadAllBytes(other), Is.EqualTo(File.ReadAllBytes(Package)));
        var there = await RunAsync("plugin", "pack", Arcade, "--output", other);
        Assert.That(there.Error, Does.Contain("EH3051").And.Contain("--force"));
    }

    [TestCase("../outside.txt", "no plain relative path")]
    [TestCase("/tmp/outside.txt", "no plain relative path")]
    [TestCase("a/../../outside.txt", "no plain relative path")]
    [TestCase("C:\\outside.txt", "no plain relative path")]
    [TestCase("link", "is a link")]
    [TestCase("PLUGIN.json", "is in it twice")]
    [TestCase(null, "it has no plugin.json at its top")]
    public async Task Add_ArchiveThatReachesElsewhere_IsRefusedAndLeavesNothing(string? name, string expected)
    {
        using (var archive = ZipFile.Open(Package, ZipArchiveMode.Create))
        {
            if (name is not null) archive.CreateEntryFromFile(Path.Combine(Arcade, "plugin.json"), "plugin.json");
            var entry = archive.CreateEntry(name ?? "readme.txt");
            if (name == "link") entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var text = new StreamWriter(entry.Open());
            text.Write("/etc/passwd");
        }
        await AssertRefusedAsync("EH3053", expected);
    }

    [Test]
    public async Task Add_PackageCutAtAnyByte_IsRefusedAndLeavesNothing()
    {
        await RunAsync("plugin", "pack", Arcade, "--output", Package);
        byte[] whole = File.ReadAllBytes(Package);
        for (int parts = 0; parts < 8; parts++)
        {
            File.WriteAllBytes(Package, whole[..(whole.Length * parts / 8)]);
            await AssertRefusedAsync("EH3053", "it is no plugin's package");
        }
    }

    [Test]
    public async Task Add_PluginThatCannotBeLoaded_LeavesTheOneThatWasThere()
    {
        Assert.That((await RunAsync("plugin", "add", Arcade)).Code, Is.Zero);
        string broken = Path.Combine(Folder, "broken");
        Directory.CreateDirectory(broken);
        File.Copy(Path.Combine(Arcade, "plugin.json"), Path.Combine(broken, "plugin.json"));
        File.WriteAllText(Path.Combine(broken, "EnvHub.Envs.Arcade.dll"), "no assembly");

        var answer = await RunAsync("plugin", "add", broken, "--replace");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(answer.Error, Does.Contain("EH3058"));
        Assert.That((await RunAsync("rollout", "Catch-v0", "--steps", "5")).Code, Is.Zero);
        Assert.That(Directory.GetFileSystemEntries(Plugins), Has.Length.EqualTo(1));
    }

    private async Task AssertRefusedAsync(string code, string expected)
    {
        var answer = await RunAsync("plugin", "add", Package);
        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage), answer.ToString());
        Assert.That(answer.Error, Does.Contain(code).And.Contain(expected));
        Assert.That(Directory.GetFileSystemEntries(Plugins), Is.Empty);
        Assert.That(File.Exists(Path.Combine(Folder, "outside.txt")), Is.False);
    }
}
