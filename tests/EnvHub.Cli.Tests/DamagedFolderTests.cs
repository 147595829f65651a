namespace EnvHub.Cli.Tests;

/// <summary>Trials' and stages' folders that were cut short, copied, or hold another's file: every verb that reads them says so in a line and goes on with the rest.</summary>
public sealed class DamagedFolderTests : HubFixture
{
    private const string TrialFiles = "config.json result.json metrics.csv model.safetensors", StageFiles = TrialFiles + " state.ckpt checksums.txt";

    private string _run = "", _kept = "";

    [SetUp]
    public async Task RunOnce()
    {
        WriteHub("""
            { "suites": { "pole": { "tasks": ["CartPole-v1"] } },
              "experiments": { "school": { "suite": "pole", "seeds": 2, "steps": 300, "evaluation": { "points": 2, "episodes": 1, "finalEpisodes": 1 },
                "arms": {
                  "alone": { "learner": "dqn", "options": { "learningStarts": 200, "batchSize": 8, "network": { "hidden": [8, 8] } } },
                  "taught": { "stages": [
                    { "name": "teacher", "learner": "dqn", "options": { "learningStarts": 100, "batchSize": 8, "network": { "hidden": [8, 8] } } },
                    { "name": "student", "learner": "distillation", "from": ["teacher"], "options": { "network": { "hidden": [8, 8] } } } ] } } } } }
            """);
        var answer = await RunAsync("compare", "school", "--json");
        Assert.That(answer.Code, Is.Zero, answer.ToString());
        _run = answer.Json.GetProperty("runFolder").GetString()!;
        _kept = Path.Combine(Path.GetDirectoryName(HubFile)!, "kept");
        Copy(Runs, _kept);
    }

    private string Runs => Path.Combine(Path.GetDirectoryName(HubFile)!, "runs");

    private string Trial(int seed) => Path.Combine(_run, "alone", "CartPole-v1", $"seed-{seed}");

    private string Stage => Directory.GetDirectories(Path.Combine(Runs, "stages")).Order(StringComparer.Ordinal).First();

    [Test]
    public async Task Verbs_TrialsFileCutAtAnyByte_TellItAndLoseNothingElse()
    {
        foreach (string file in TrialFiles.Split(' '))
            foreach (double share in (double[])[0, 0.1, 0.5, 0.97])
            {
                Restore();
                Cut(Path.Combine(Trial(1), file), share);
                await AssertSoundAsync($"{file} cut to {share}", isTold: file is "result.json");
            }
    }

    [Test]
    public async Task Verbs_TrialsFileOfAnotherTrial_TellItAndLoseNothingElse()
    {
        foreach (string file in (string[])["config.json", "result.json"])
        {
            Restore();
            File.Copy(Path.Combine(Trial(2), file), Path.Combine(Trial(1), file), overwrite: true);
            await AssertSoundAsync($"{file} of the other seed", isTold: true);
        }
    }

    [Test]
    public async Task Verbs_TrialsFolderCopied_TellItAndLoseNothingElse()
    {
        Copy(Trial(1), Trial(1) + "-copy");
        await AssertSoundAsync("a copy beside it", isTold: true);
    }

    [Test]
    public async Task Verbs_StagesFileCutAtAnyByte_TellItAndLoseNothingElse()
    {
        foreach (string file in StageFiles.Split(' '))
        {
            Restore();
            string path = Path.Combine(Stage, file);
            if (!File.Exists(path)) continue;
            Cut(path, 0.5);
            await AssertSoundAsync($"a stage's {file} cut in half", isTold: false);
        }
    }

    [Test]
    public async Task Verbs_StagesFolderCopied_LoseNothing()
    {
        Copy(Stage, Stage + "-copy");
        await AssertSoundAsync("a copy of a stage", isTold: false);
    }

    // Every verb answers in words, and the trials that were not touched are in every table.
    private async Task AssertSoundAsync(string what, bool isTold)
    {
        var list = await RunAsync("list", "runs");
        AssertAnswer(list, $"{what}: list runs");
        Assert.That(list.Output, Does.Contain("school"), what);
        AssertAnswer(await RunAsync("list", "stages"), $"{what}: list stages");
        var transfer = await RunAsync("transfer", _run, "--baseline", "alone");
        AssertAnswer(transfer, $"{what}: transfer");
        var teachers = await RunAsync("teachers", _run);
        AssertAnswer(teachers, $"{what}: teachers");
        if (isTold) Assert.That(list.Output + list.Error + transfer.Error, Does.Contain("seed-1"), what);
        var resume = await RunAsync("resume", _run);
        AssertAnswer(resume, $"{what}: resume");
        // Whatever was lost is made anew, or named; the other seed's bits stay.
        Assert.That(File.ReadAllBytes(Path.Combine(Trial(2), "model.safetensors")),
            Is.EqualTo(File.ReadAllBytes(Trial(2).Replace(Runs, _kept, StringComparison.Ordinal) + "/model.safetensors")), what);
    }

    private static void AssertAnswer(Answer answer, string what)
    {
        Assert.That(answer.Code, Is.AnyOf(ExitCode.Ok, ExitCode.Failed, ExitCode.Usage), $"{what}: {answer}");
        Assert.That(answer.Error, Does.Not.Contain("EH5099").And.Not.Contain("   at "), what);
    }

    private static void Cut(string file, double share)
    {
        byte[] bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..(int)(bytes.Length * share)]);
    }

    private void Restore()
    {
        Directory.Delete(Runs, recursive: true);
        Copy(_kept, Runs);
    }

    private static void Copy(string from, string to)
    {
        foreach (string folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
            Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, file.Replace(from, to, StringComparison.Ordinal), overwrite: true);
    }
}
