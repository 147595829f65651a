using System.Diagnostics;

namespace EnvHub.Cli.Tests;

/// <summary>New plugins outside the repository, from the libraries' real packages: built, tested by their own tests, put into a hub and used.</summary>
public sealed class NewVerbTests : HubFixture
{
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private string _packages = "", _cache = "";

    private string Folder => Path.GetDirectoryName(HubFile)!;

    [OneTimeSetUp]
    public async Task Pack()
    {
        _packages = Directory.CreateTempSubdirectory("envhub-packages-").FullName;
        _cache = Path.Combine(_packages, "unpacked");
        var (code, output) = await DotnetAsync(RepositoryRoot(), "pack", "EnvHub.sln", "-c", Configuration, "--no-build", "-o", _packages);
        Assert.That(code, Is.Zero, output);
    }

    [OneTimeTearDown]
    public void RemovePackages() => Directory.Delete(_packages, recursive: true);

    [TestCase("environment", "my-lab/Maze-v0", "MyLab.Maze")]
    [TestCase("learner", "my-dqn", "Learners.MyDqn")]
    [TestCase("wrapper", "StepCost", "Wrappers.StepCost")]
    public async Task New_EachKind_BuildsPassesItsTestsAndIsUsed(string kind, string id, string project)
    {
        string plugins = Directory.CreateDirectory(Path.Combine(Folder, "plugins")).FullName, folder = Path.Combine(Folder, "project");
        File.WriteAllText(HubFile, $$"""{ "plugins": [{{Quote(plugins)}}, {{Quote(Path.Combine(RepositoryRoot(), "artifacts", "plugins"))}}], "runs": "runs" }""");
        var written = await WriteAsync(kind, id, "--folder", folder, "--packages", _packages);
        Assert.That(written.Code, Is.Zero, written.ToString());
        if (kind == "environment") WriteDocumented(Path.Combine(folder, "src"));

        var (code, output) = await DotnetAsync(folder, "test", "-c", "Release");
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Match("Passed! +- Failed: +0").And.Not.Contain("warning"));

        var added = await RunAsync("plugin", "add", Path.Combine(folder, "artifacts", "bin", project, "release"));
        Assert.That(added.Code, Is.Zero, added.ToString());
        Assert.That(added.Output, Does.EndWith($"brings {id}.{Environment.NewLine}"));
        string[] use = kind switch
        {
            "environment" => ["check", id],
            "learner" => ["train", "CartPole-v1", "--learner", id, "--steps", "500"],
            _ => ["rollout", "CartPole-v1", "--steps", "20", "--wrap", $"{id}:cost=2"],
        };
        var used = await RunAsync(use);
        Assert.That(used.Code, Is.Zero, used.ToString());
    }

    [TestCase("learner", "my dqn", "EH3060")]
    [TestCase("learner", "a\"b", "EH3060")]
    [TestCase("wrapper", "--", "EH3060")]
    [TestCase("wrapper", "é", "EH3060")]
    [TestCase("environment", "my lab/Maze-v0", "EH1010")]
    [TestCase("environment", "", "EH5000")]
    [TestCase("environment", "../Maze-v0", "EH1010")]
    public async Task New_NameThatNoClassCanHave_SaysWhatMayBe(string kind, string id, string code)
    {
        string folder = Path.Combine(Folder, "project");
        var refused = await WriteAsync(kind, id, "--folder", folder, "--packages", _packages);
        Assert.That(refused.Code, Is.EqualTo(ExitCode.Usage), refused.ToString());
        Assert.That(refused.Error, Does.Contain(code));
        Assert.That(Directory.Exists(folder), Is.False);
    }

    [Test]
    public async Task New_FolderThatIsThere_IsLeftAlone()
    {
        string folder = Directory.CreateDirectory(Path.Combine(Folder, "project")).FullName, mine = Path.Combine(folder, "mine.txt");
        File.WriteAllText(mine, "mine");
        var refused = await WriteAsync("wrapper", "StepCost", "--folder", folder, "--packages", _packages);
        Assert.That(refused.Error, Does.Contain("EH3061").And.Contain("--folder"));
        Assert.That(Directory.GetFileSystemEntries(folder), Is.EqualTo((string[])[mine]));
        File.Delete(mine);
        Assert.That((await WriteAsync("wrapper", "StepCost", "--folder", folder, "--packages", _packages)).Code, Is.Zero, "an empty one is as good as none");
    }

    [Test]
    public async Task New_NoPackages_SaysHowToMakeThem()
    {
        var refused = await WriteAsync("wrapper", "StepCost", "--folder", Path.Combine(Folder, "project"), "--packages", Folder);
        Assert.That(refused.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(refused.Error, Does.Contain("EH3062").And.Contain("dotnet pack -c Release").And.Contain("--packages"));
        Assert.That(Directory.GetFileSystemEntries(Folder), Is.EqualTo((string[])[HubFile]));
    }

    // The code that the contracts' README shows, as it stands there: an author's first attempt.
    private static void WriteDocumented(string folder)
    {
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryRoot(), "src", "EnvHub.Contracts", "README.md"));
        var code = lines.SkipWhile(line => line.Trim() != "```csharp").Skip(1).TakeWhile(line => line.Trim() != "```").ToArray();
        Assert.That(code, Is.Not.Empty);
        File.WriteAllLines(Path.Combine(folder, "Documented.cs"), ["namespace Documented;", .. code]);
    }

    private static async Task<Answer> WriteAsync(string kind, string id, params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await HubCommand.RunAsync(["new", kind, .. options, "--", id], new Terminal(output, error, IsOutputTerminal: false, IsErrorTerminal: false));
        return new(code, output.ToString(), error.ToString());
    }

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    // NuGet unpacks into a folder of the test's own: what it unpacked of this version before would count otherwise. Other packages are there already.
    private async Task<(int Code, string Output)> DotnetAsync(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        string unpacked = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (folder != RepositoryRoot()) (start.Environment["NUGET_PACKAGES"], start.Environment["RestoreFallbackFolders"]) = (_cache, unpacked);
        // Servers of a build would hold the pipes open.
        (start.Environment["MSBUILDDISABLENODEREUSE"], start.Environment["UseSharedCompilation"], start.Environment["DOTNET_CLI_UI_LANGUAGE"]) = ("1", "false", "en");
        using var process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
