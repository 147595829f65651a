using System.Text.Json;

namespace EnvHub.Cli.Tests;

public sealed class CompareTests : HubFixture
{
    [Test]
    public async Task Compare_Json_IsOneObjectWithARowPerArmAndTask()
    {
        var answer = await RunAsync("compare", "--json");

        Assert.That(answer.Code, Is.Zero, answer.ToString());
        Assert.That(answer.Json.GetProperty("experiment").GetString(), Is.EqualTo("short"));
        Assert.That(answer.Json.GetProperty("runFolder").GetString(), Does.Exist);
        Assert.That(answer.Json.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("arm")} {row.GetProperty("task")} {row.GetProperty("seeds")}"),
            Is.EqualTo(new[] { "both CartPole-v1 2", "both MountainCar-v0 2", "dqn CartPole-v1 2", "dqn MountainCar-v0 2" }));
        foreach (string key in (string[])["mean", "iqm", "min", "solved", "steps", "seconds"])
            Assert.That(answer.Json.GetProperty("rows")[0].GetProperty(key).ValueKind, Is.EqualTo(JsonValueKind.Number), key);
    }

    [Test]
    public async Task Compare_Text_EndsWithTheRunFolder()
    {
        var answer = await RunAsync("compare", "short", "--seeds", "1", "--steps", "200");
        string last = answer.Output.TrimEnd().Split('\n')[^1];

        Assert.That(last, Does.StartWith("Run folder: "));
        Assert.That(last["Run folder: ".Length..].Trim(), Does.Exist);
    }

    [Test]
    public async Task Compare_NotATerminal_TellsEachTrialInALine()
    {
        var answer = await RunAsync("compare", "--seeds", "1", "--steps", "200");

        Assert.That(answer.Error, Does.Contain("dqn/CartPole-v1/seed-1").And.Contain("both/seed-1").And.Not.Contain("\e["));
    }

    [Test]
    public async Task Compare_OtherTrialsBeside_GivesTheSameWeights()
    {
        string alone = await RunFolderAsync("--parallel", "1", "--arm", "both"), beside = await RunFolderAsync("--parallel", "4");

        Assert.That(Models(beside), Is.EqualTo(Models(alone)));
    }

    [Test]
    public async Task Compare_Twice_GivesTheSameWeights()
    {
        string first = await RunFolderAsync(), second = await RunFolderAsync();

        Assert.That(Models(second), Is.EqualTo(Models(first)));
    }

    [Test]
    public async Task Compare_UnknownExperiment_IsAUsageFault()
    {
        var answer = await RunAsync("compare", "nope");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(answer.Output, Is.Empty);
        Assert.That(answer.Error, Does.Contain("$.experiments.nope").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Evaluate_FinalWeights_RepeatsTheFinalEvaluation()
    {
        string run = await RunFolderAsync("--arm", "both", "--seeds", "1");
        string trial = Path.Combine(run, "both", "seed-1");
        using var record = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(trial, "result.json")));

        var answer = await RunAsync("evaluate", trial, "--json");

        Assert.That(answer.Json.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("mean").GetDouble()), Is.EqualTo(
            record.RootElement.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("final").GetProperty("mean").GetDouble())));
    }

    [Test]
    public async Task Evaluate_BestWeights_RepeatsTheirEvaluation()
    {
        string run = await RunFolderAsync("--arm", "both", "--seeds", "1");
        string trial = Path.Combine(run, "both", "seed-1");
        using var record = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(trial, "result.json")));

        var answer = await RunAsync("evaluate", trial, "--best", "--json");

        Assert.That(answer.Json.GetProperty("tasks")[0].GetProperty("mean").GetDouble(), Is.EqualTo(
            record.RootElement.GetProperty("tasks")[0].GetProperty("best").GetProperty("returns").GetProperty("mean").GetDouble()));
    }

    [Test]
    public async Task Evaluate_NotATrial_SaysWhatIsMissing()
    {
        var answer = await RunAsync("evaluate", Path.GetTempPath());

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(answer.Error, Does.Contain("EH3505").And.Contain("config.json"));
    }

    [Test]
    public async Task Train_TwoEnvironments_TrainsOneNetwork()
    {
        var answer = await RunAsync("train", "CartPole-v1,MountainCar-v0", "--learner", "multitask-dqn", "--steps", "200", "--set", "batchSize=16", "--json");
        string trial = Path.Combine(answer.Json.GetProperty("runFolder").GetString()!, "multitask-dqn", "seed-1");
        using var config = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(trial, "config.json")));

        Assert.That(config.RootElement.GetProperty("options").GetProperty("batchSize").GetInt32(), Is.EqualTo(16));
        Assert.That(answer.Json.GetProperty("rows").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task Transfer_ARun_ComparesTheArmsWithTheBaseline()
    {
        var answer = await RunAsync("transfer", await RunFolderAsync(), "--baseline", "dqn", "--threshold", "5", "--json");

        Assert.That(answer.Code, Is.Zero, answer.ToString());
        Assert.That(answer.Json.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("arm")} {row.GetProperty("task")} {row.GetProperty("seeds")}"),
            Is.EqualTo(new[] { "both CartPole-v1 2", "both MountainCar-v0 2" }));
        var times = answer.Json.GetProperty("rows")[0].GetProperty("stepsToThreshold");
        Assert.That((times.GetProperty("reached").GetInt32(), times.GetProperty("median").GetDouble()), Is.EqualTo((2, 0.0)), "a pole stands for five steps untrained");
    }

    [Test]
    public async Task Transfer_UnknownBaseline_IsAUsageFault()
    {
        var answer = await RunAsync("transfer", await RunFolderAsync(), "--baseline", "nope");

        Assert.That((answer.Code, answer.Error.Contains("EH3600", StringComparison.Ordinal)), Is.EqualTo((ExitCode.Usage, true)));
    }

    private async Task<string> RunFolderAsync(params string[] args)
    {
        var answer = await RunAsync(["compare", "--json", .. args]);
        return answer.Json.GetProperty("runFolder").GetString()!;
    }

    private static string[] Models(string run) =>
        [.. Directory.GetFiles(Path.Combine(run, "both"), "*.safetensors", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))))];
}
