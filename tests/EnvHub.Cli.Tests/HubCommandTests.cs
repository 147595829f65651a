using System.Text.Json;

namespace EnvHub.Cli.Tests;

public sealed class HubCommandTests : HubFixture
{
    [TestCase("environments", "id", "CartPole-v1")]
    [TestCase("learners", "name", "multitask-dqn")]
    [TestCase("plugins", "id", "classic-control")]
    [TestCase("suites", "name", "pair")]
    [TestCase("experiments", "name", "short")]
    public async Task List_Json_IsAnArrayWithTheKnownOne(string list, string key, string known)
    {
        var answer = await RunAsync("list", list, "--json");

        Assert.That(answer.Code, Is.Zero, answer.ToString());
        Assert.That(answer.Json.EnumerateArray().Select(item => item.GetProperty(key).GetString()), Does.Contain(known));
    }

    [Test]
    public async Task List_SuiteWithAFamilyInWords_CountsItsMembers()
    {
        WriteHub("""{ "suites": { "s": { "tasks": ["CartPole-v1 with length in [0.25, 2], force sign random, 8 train, 4 held out"] } } }""");

        Assert.That((await RunAsync("list", "suites")).Output, Does.Contain("CartPole-v1: 8 train, 4 held out over length, force sign"));
    }

    [Test]
    public async Task List_Text_AlignsColumns()
    {
        string[] lines = (await RunAsync("list", "environments")).Output.TrimEnd().Split('\n');
        int column = lines[0].IndexOf("plugin", StringComparison.Ordinal);

        // Whatever other plugins lie there too.
        Assert.That(lines.Skip(1).Select(line => line[(column - 1)..]), Has.All.Match("^ \\S"));
    }

    [Test]
    public async Task List_BrokenPlugin_SaysWhyAndGoesOn()
    {
        string broken = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(HubFile)!, "more", "broken")).FullName;
        await File.WriteAllTextAsync(Path.Combine(broken, "plugin.json"), "{ not json");
        string hub = await File.ReadAllTextAsync(HubFile);
        await File.WriteAllTextAsync(HubFile, hub.Replace("\"plugins\": [", "\"plugins\": [\"more\", ", StringComparison.Ordinal));

        var answer = await RunAsync("list", "plugins", "--json");

        Assert.That(answer.Code, Is.Zero);
        Assert.That(answer.Json.EnumerateArray().Select(plugin => plugin.GetProperty("state").GetString()), Does.Contain("BadManifest").And.Contain("Loaded"));
    }

    [TestCase("compare", "--seeds", "0")]
    [TestCase("compare", "--parallel", "0")]
    [TestCase("rollout", "CartPole-v1", "--steps", "many")]
    [TestCase("fly")]
    [TestCase]
    public async Task Run_BadCommandLine_IsAUsageFault(params string[] args)
    {
        var answer = await RunAsync(args);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage), answer.ToString());
        Assert.That(answer.Error, Does.StartWith("error EH5000 command line: ").And.Contain("--help'"));
    }

    [Test]
    public async Task Run_Help_TellsExitCodes()
    {
        var answer = await RunAsync("--help");

        Assert.That(answer.Code, Is.Zero);
        Assert.That(answer.Output, Does.Contain("Exit codes: 0 ok; 1").And.Contain("130 cancelled"));
    }

    [Test]
    public async Task Run_FaultyHub_ShowsEveryFaultWithPathFoundAndAllowed()
    {
        WriteHub("""{ "suites": { "s": { "tasks": [] } }, "experiments": { "e": { "suite": "s", "steps": -5, "arms": {}, "sedes": 3 } } }""");

        var answer = await RunAsync("list", "suites");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(answer.Error, Does.Contain("$.suites.s.tasks").And.Contain("$.experiments.e.steps").And.Contain("$.experiments.e.sedes"));
        Assert.That(answer.Error, Does.Contain("found    -5").And.Contain("allowed  ").And.Contain("to do    "));
    }

    [Test]
    public async Task Doctor_SoundHub_FindsNoFault()
    {
        var answer = await RunAsync("doctor", "--json");

        Assert.That(answer.Code, Is.Zero, answer.ToString());
        Assert.That(answer.Json.GetProperty("ok").GetBoolean(), Is.True);
        Assert.That(answer.Json.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()),
            Is.SupersetOf(new[] { "hub.json", "plugin dqn", "experiment short", "runs folder", ".NET", "vectors", "Python" }));
    }

    [Test]
    public async Task Doctor_FaultyHub_FailsAndLooksOn()
    {
        WriteHub("""{ "experiments": { "e": { } } }""");

        var answer = await RunAsync("doctor", "--json");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Failed));
        Assert.That(answer.Json.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()), Does.Contain(".NET"));
    }

    [Test]
    public void Executable_OwnFolder_HoldsNoPlugin()
    {
        string[] files = [.. Directory.GetFiles(Path.GetDirectoryName(typeof(HubCommand).Assembly.Location)!, "*.dll").Select(path => Path.GetFileName(path))];

        Assert.That(files, Has.None.StartsWith("EnvHub.Plugins.").And.None.StartsWith("EnvHub.Envs."));
    }

    [Test]
    public void BenchText_Report_HasTheAgreedKeys()
    {
        var report = new BenchReport([new("CartPole-v1", 64, 1e7)], new(0.5, 100), 90_000, new(["python3"], [], new(10, 300), null, ["No gymnasium."]));
        using var json = JsonDocument.Parse(BenchText.ToJson(report).ToJsonString());
        var root = json.RootElement;

        Assert.That(root.GetProperty("environments")[0].GetProperty("stepsPerSecond").GetDouble(), Is.EqualTo(1e7));
        Assert.That(root.GetProperty("network").GetProperty("forward1Microseconds").GetDouble(), Is.EqualTo(0.5));
        Assert.That(root.GetProperty("network").GetProperty("update128Microseconds").GetDouble(), Is.EqualTo(100));
        Assert.That(root.GetProperty("dqn").GetProperty("stepsPerSecond").GetDouble(), Is.EqualTo(90_000));
        Assert.That(root.GetProperty("baselines").GetProperty("network").GetProperty("update128Microseconds").GetDouble(), Is.EqualTo(300));
    }
}
