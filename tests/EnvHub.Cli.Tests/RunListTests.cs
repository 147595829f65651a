namespace EnvHub.Cli.Tests;

public sealed class RunListTests : HubFixture
{
    [SetUp]
    public void WriteChain() => WriteHub("""
        { "suites": { "pole": { "tasks": ["CartPole-v1"] } },
          "experiments": { "chain": { "suite": "pole", "seeds": 1, "steps": 60, "evaluation": { "points": 1, "episodes": 1, "finalEpisodes": 1 },
            "arms": { "copy": { "stages": [ { "name": "source", "learner": "dqn" }, { "name": "goal", "learner": "fine-tune", "from": ["source"] } ] } } } } }
        """);

    [Test]
    public async Task List_RunAndItsStage_AreShown()
    {
        await RunAsync("compare", "chain");

        var run = (await RunAsync("list", "runs", "--json")).Json[0];
        var stage = (await RunAsync("list", "stages", "--json")).Json[0];

        Assert.That((Text(run, "state"), run.GetProperty("resume").GetString()), Is.EqualTo(("finished", (string?)null)));
        Assert.That((Text(stage, "stage"), Text(stage, "learner"), stage.GetProperty("usedBy")[0].GetString()), Is.EqualTo(("chain/copy/source", "dqn", Text(run, "run"))));
        Assert.That((await RunAsync("list", "stages")).Output, Does.Contain(Text(stage, "key")[..8]));
    }

    [Test]
    public async Task Clean_WithoutYes_RemovesNothingAndSaysHow()
    {
        await RunAsync("compare", "chain");
        string run = Text((await RunAsync("list", "runs", "--json")).Json[0], "run");

        var shown = await RunAsync("clean", run);
        int before = (await RunAsync("list", "runs", "--json")).Json.GetArrayLength();
        var removed = await RunAsync("clean", run, "--yes");

        Assert.That(shown.Output, Does.Contain("Nothing was removed").And.Contain("--yes"));
        Assert.That((before, removed.Code), Is.EqualTo((1, 0)), removed.ToString());
        Assert.That((await RunAsync("list", "runs", "--json")).Json.GetArrayLength() + (await RunAsync("list", "stages", "--json")).Json.GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task List_InterruptedRun_SaysWhatToTypeAndDoctorToo()
    {
        var answer = await RunAsync("compare", "chain", "--json");
        string folder = answer.Json.GetProperty("runFolder").GetString()!, name = string.Join('/', folder.Split('/')[^2..]);
        File.Delete(Path.Combine(folder, "copy", "CartPole-v1", "seed-1", "result.json"));

        string command = Text((await RunAsync("list", "runs", "--json")).Json[0], "resume");

        Assert.That(command, Is.EqualTo($"envhub resume {name} --hub {HubFile}"));
        Assert.That((await RunAsync("doctor")).Output, Does.Contain(command));
        Assert.That((await RunAsync("resume", name)).Code, Is.Zero, "the name will do");
        Assert.That(Text((await RunAsync("list", "runs", "--json")).Json[0], "state"), Is.EqualTo("finished"));
    }

    [Test]
    public async Task Train_FamilyInWords_IsOneArgument()
    {
        var answer = await RunAsync("train", "CartPole-v1 with length in [0.25, 2], 2 train, 1 held out", "MountainCar-v0", "--steps", "40", "--json");

        Assert.That(answer.Code, Is.Zero, answer.ToString());
        Assert.That(answer.Json.GetProperty("rows").EnumerateArray().Select(row => Text(row, "task")),
            Is.EquivalentTo(new[] { "CartPole-v1/train-01", "CartPole-v1/train-02", "MountainCar-v0" }));
    }

    private static string Text(System.Text.Json.JsonElement json, string key) => json.GetProperty(key).GetString()!;
}
