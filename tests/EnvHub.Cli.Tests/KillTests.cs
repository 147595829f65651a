using System.Diagnostics;
using EnvHub.Numerics;

namespace EnvHub.Cli.Tests;

/// <summary>Runs that are ended from outside, at any moment, and resumed: real processes, real signals.</summary>
[Platform("Unix")]
public sealed class KillTests : HubFixture
{
    private const int Kills = 50, MostAttempts = 20;

    // Less than a minute on a quiet machine; nothing depends on how long it takes. Sooner than the gate takes it for a hang.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(11);

    [SetUp]
    public void WriteLongHub() => WriteHub("""
        { "suites": { "pair": { "tasks": ["CartPole-v1", "MountainCar-v0"] } },
          "experiments": { "pair": { "suite": "pair", "seeds": 1, "steps": 12000, "checkpoint": { "steps": 60 },
            "evaluation": { "points": 6, "episodes": 1, "finalEpisodes": 2 },
            "arms": { "both": { "learner": "multitask-dqn", "keepBest": true,
              "options": { "learningStarts": 300, "batchSize": 16, "network": { "hidden": [32, 32] } } } } } } }
        """);

    [Test]
    public async Task Resume_KilledFiftyTimes_EndsWithTheSameBits()
    {
        string undisturbed = await UndisturbedAsync();
        var random = new RandomGenerator(20260131);
        var clock = Stopwatch.StartNew();
        int kills = 0, unfinished = 0, ends = 0;
        for (string? run = null; kills < Kills || run is not null;)
        {
            Assert.That(clock.Elapsed, Is.LessThan(Longest), $"{kills} kills took too long");
            if (kills == Kills)
            {
                Assert.That((await RunAsync("resume", run!)).Code, Is.Zero);
            }
            else
            {
                run = Kill(run, (int)random.Integers(60), ref kills);
                unfinished += Temporary(run).Length;
            }
            if (!IsFinished(run!)) continue;
            Assert.That(Contents(run!), Is.EqualTo(Contents(undisturbed)), $"after {kills} kills");
            (run, ends) = (null, ends + 1);
        }
        TestContext.Out.WriteLine($"{Kills} kills in {clock.Elapsed.TotalSeconds:0} s, {ends} runs ended, {unfinished} kills hit a file half written.");
    }

    [TestCase("TERM")]
    [TestCase("HUP")]
    public async Task Resume_Terminated_GoesOnFromTheLastRound(string signal)
    {
        string undisturbed = await UndisturbedAsync("--checkpoint-seconds", "0");
        string? run = null;
        // Once more where the run ended before the signal came to it.
        for (int attempt = 0; attempt < MostAttempts && run is null; attempt++) run = await TerminatedAsync(signal);
        Assert.That(run, Is.Not.Null);
        Assert.That(Directory.GetFiles(Path.Combine(Trial(run!), "checkpoints")), Has.Length.EqualTo(1), "no clock asked for it: it is that of the end");

        var answer = await RunAsync("resume", run!);

        Assert.That(answer.Error, Does.Match("resumed at step [4-9]...").Or.Match("resumed at step 1...."));
        Assert.That(Contents(run!), Is.EqualTo(Contents(undisturbed)));
    }

    [Test]
    public async Task Resume_RunOfALiveProcess_IsRefused()
    {
        // It would run for an hour.
        using var child = ChildHub.Start("compare", "pair", "--hub", HubFile, "--steps", "100000000");
        string? run = await RunOfAsync(child, []);

        var answer = await RunAsync("resume", run!);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(answer.Error, Does.Contain("EH3710"));
    }

    // One more attempt at the run, killed at some moment: soon after it got further, or sooner.
    private string Kill(string? run, int delay, ref int kills)
    {
        string[] args = run is null ? ["compare", "pair"] : ["resume", run];
        string[] before = run is null ? Runs() : [];
        using var child = ChildHub.Start([.. args, "--hub", HubFile]);
        string[] checkpoints = run is null ? [] : Checkpoints(run);
        // One in six is killed before it can get further: while it reads its plugins, its checkpoint.
        var patience = TimeSpan.FromMilliseconds(delay < 10 ? delay * 40 : 30_000);
        for (var clock = Stopwatch.StartNew(); !child.HasExited && clock.Elapsed < patience; Thread.Sleep(1))
        {
            run ??= Runs().Except(before).FirstOrDefault();
            if (run is not null && !Checkpoints(run).SequenceEqual(checkpoints)) break;
        }
        Thread.Sleep(delay);
        if (!child.HasExited) kills++;
        child.Kill();
        run ??= Runs().Except(before).FirstOrDefault();
        return run is not null && new FileInfo(Path.Combine(run, "experiment.json")) is { Exists: true, Length: > 0 } ? run : Kill(null, 50, ref kills);
    }

    private async Task<string> UndisturbedAsync(params string[] args)
    {
        var answer = await RunAsync(["compare", "pair", "--json", .. args]);
        return answer.Json.GetProperty("runFolder").GetString()!;
    }

    // A run that a signal ended after its first third; null where it had ended by itself.
    private async Task<string?> TerminatedAsync(string signal)
    {
        string[] before = Runs();
        using var child = ChildHub.Start("compare", "pair", "--hub", HubFile, "--checkpoint-seconds", "1000");
        string? run = await RunOfAsync(child, before);
        while (run is not null && !child.HasExited && !Metrics(run).Contains("4000,", StringComparison.Ordinal)) await Task.Delay(5);
        if (!child.HasExited) child.Terminate(signal);
        child.WaitForExit();
        Assert.That(child.ExitCode, Is.EqualTo(ExitCode.Ok).Or.EqualTo(ExitCode.Cancelled));
        return child.ExitCode == ExitCode.Cancelled ? run : null;
    }

    // The run that a child has begun; null where the child has ended.
    private async Task<string?> RunOfAsync(ChildHub child, string[] before)
    {
        for (; !child.HasExited; await Task.Delay(5))
            if (Runs().Except(before).FirstOrDefault(run => File.Exists(Path.Combine(Trial(run), "metrics.csv"))) is { } run) return run;
        return null;
    }

    private string[] Runs()
    {
        string folder = Path.Combine(Path.GetDirectoryName(HubFile)!, "runs", "pair");
        return Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
    }

    private static string Trial(string run) => Path.Combine(run, "both", "seed-1");

    private static bool IsFinished(string run) => File.Exists(Path.Combine(Trial(run), "result.json"));

    private static string[] Checkpoints(string run) => InCheckpoints(run, "*.ckpt");

    private static string[] Temporary(string run) => InCheckpoints(run, "*.tmp");

    private static string[] InCheckpoints(string run, string pattern)
    {
        try
        {
            string[] files = Directory.GetFiles(Path.Combine(Trial(run), "checkpoints"), pattern);
            Array.Sort(files, StringComparer.Ordinal);
            return files;
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    // Read beside the process that writes it.
    private static string Metrics(string run)
    {
        using var file = new StreamReader(new FileStream(Path.Combine(Trial(run), "metrics.csv"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return file.ReadToEnd();
    }

    // All that must be the same: weights, and every metric but the speed.
    private static string[] Contents(string run) =>
    [
        .. ((string[])["model.safetensors", "best.safetensors"]).Select(file => Convert.ToHexString(File.ReadAllBytes(Path.Combine(Trial(run), file)))),
        .. Metrics(run).Split('\n').Select(line => string.Join(',', line.Split(',').Take(10))),
    ];
}
