using System.Diagnostics;
using System.Text.Json;
using EnvHub.TestKit;

namespace EnvHub.Cli.Tests;

/// <summary>Runs that are killed while something beside an ordinary trial is under way: a stage that others build on, workers of Python.</summary>
[Platform("Linux")]
public sealed class StageKillTests : HubFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    [CancelAfter(240_000)]
    public async Task Resume_KilledInItsSource_EndsWithTheSameBits()
    {
        WriteHub("""
            { "suites": { "pole": { "tasks": ["CartPole-v1"] } },
              "experiments": { "chain": { "suite": "pole", "seeds": 1, "steps": 600, "checkpoint": { "steps": 50 }, "evaluation": { "points": 2, "episodes": 1, "finalEpisodes": 1 },
                "arms": { "copy": { "stages": [
                  { "name": "source", "learner": "dqn", "steps": 6000, "options": { "learningStarts": 200, "batchSize": 16, "network": { "hidden": [24, 24] } } },
                  { "name": "goal", "learner": "fine-tune", "from": ["source"], "options": { "learningStarts": 100, "batchSize": 16, "network": { "hidden": [24, 24] } } } ] } } } } }
            """);
        string undisturbed = (await RunAsync("compare", "chain", "--json")).Json.GetProperty("runFolder").GetString()!;
        byte[][] expected = Models(undisturbed);
        Directory.Move(Runs, Runs + "-before");

        // Where the machine was slow to notice, the stage had ended before it was killed.
        for (int attempt = 1; attempt == 1 || File.Exists(Path.Combine(Stage, "checksums.txt")); attempt++)
        {
            Assert.That(attempt, Is.LessThan(6), "no attempt was in time");
            if (Directory.Exists(Runs)) Directory.Delete(Runs, recursive: true);
            KillAtACheckpoint("compare", "chain");
        }
        string run = Directory.GetDirectories(Path.Combine(Runs, "chain")).Single();
        var answer = await RunAsync("resume", run);

        Assert.That(answer.Code, Is.Zero, answer.ToString());
        Assert.That(ResultOf(Stage).GetProperty("resumes").GetInt32(), Is.EqualTo(1));
        Assert.That(Models(run), Is.EqualTo(expected));
    }

    [Test]
    [CancelAfter(240_000)]
    public async Task Resume_PythonTaskKilled_EndsSaysWhatBeganAnewAndLeavesNothing()
    {
        Assert.That(RealPython.WithGymnasium.Path, Is.Not.Empty);
        string hold = Path.Combine(Path.GetDirectoryName(HubFile)!, "hold");
        File.WriteAllText(hold, "");
        WriteHub($$"""
            { "suites": { "python": { "tasks": [{ "provider": "gymnasium", "environment": "waiting_environments:Waiting-v0",
                "settings": { "workers": 1, "path": [{{JsonSerializer.Serialize(Fixtures)}}], "kwargs": { "file": {{JsonSerializer.Serialize(hold)}} } } }] } },
              "experiments": { "python": { "suite": "python", "seeds": 1, "steps": 300, "checkpoint": { "steps": 50 }, "evaluation": { "points": 0, "finalEpisodes": 1 },
                "arms": { "dqn": { "learner": "dqn", "options": { "learningStarts": 250, "network": { "hidden": [16] } } } } } } }
            """);
        string[] before = Shared();

        KillAtACheckpoint("compare", "python");
        File.Delete(hold);
        string run = Directory.GetDirectories(Path.Combine(Runs, "python")).Single();
        var answer = await RunAsync("resume", run);
        var result = ResultOf(Directory.GetDirectories(run, "seed-1", SearchOption.AllDirectories).Single());

        Assert.That(answer.Code, Is.Zero, answer.ToString());
        Assert.That(result.GetProperty("status").GetString(), Is.EqualTo("finished"));
        Assert.That(result.GetProperty("messages")[0].GetString(), Does.Match("resumed at step [0-9]+ of 300; 1 episodes? began anew"));
        Assert.That(result.GetProperty("tasks")[0].GetProperty("restartedEpisodes").GetInt32(), Is.EqualTo(1));
        Assert.That(Shared(), Is.SubsetOf(before));
    }

    private string Runs => Path.Combine(Path.GetDirectoryName(HubFile)!, "runs");

    private string Stage => Directory.GetDirectories(Path.Combine(Runs, "stages")).Single();

    // Killed with its first checkpoint: wherever in the runs folder that lies.
    private void KillAtACheckpoint(params string[] args)
    {
        using var child = ChildHub.Start([.. args, "--hub", HubFile]);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && !child.HasExited && !HasCheckpoint(); Thread.Sleep(1)) { }
        Assert.That(child.HasExited, Is.False, "there was nothing to kill");
        child.Kill();
    }

    private bool HasCheckpoint()
    {
        try
        {
            return Directory.Exists(Runs) && Directory.EnumerateFiles(Runs, "*.ckpt", SearchOption.AllDirectories).Any();
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
    }

    private byte[][] Models(string run) =>
    [
        .. ((string[])[Stage, Path.Combine(run, "copy", "CartPole-v1", "seed-1")]).Select(folder => File.ReadAllBytes(Path.Combine(folder, "model.safetensors"))),
    ];

    private static JsonElement ResultOf(string folder) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "result.json"))).RootElement;

    private static string[] Shared() => Directory.GetFiles("/dev/shm", "envhub-*");
}
