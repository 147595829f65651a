using System.Diagnostics;

namespace EnvHub.Plugins.TorchSharp.Tests;

/// <summary>Learners on the backend torchsharp, by the command: no learner knows that it is not the embedded engine.</summary>
public sealed class TrialTests
{
    private const string Experiment = """
        { "pair": { "suite": "pair", "seeds": 1, "steps": 2400, "checkpoint": { "steps": 200 }, "evaluation": { "points": 3, "episodes": 1, "finalEpisodes": 2 },
          "arms": { "both": { "learner": "multitask-dqn", "backend": "torchsharp", "keepBest": true,
            "options": { "learningStarts": 300, "batchSize": 16, "network": { "hidden": [32, 32], "layerNorm": true } } } } } }
        """;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Test]
    public void Resume_Killed_EndsWithTheSameBits()
    {
        using TorchHub undisturbed = new(Experiment), disturbed = new(Experiment);
        Assert.That(undisturbed.Run("compare", "pair").ExitCode, Is.Zero);
        using (var child = disturbed.Begin("compare", "pair"))
        {
            // Where the run ends before it is seen halfway, it is equal all the more.
            for (var clock = Stopwatch.StartNew(); !child.HasExited && clock.Elapsed < Longest && !HasCheckpoint(disturbed); Thread.Sleep(2)) { }
            child.Kill();
            child.WaitForExit();
        }
        var resumed = disturbed.Run("resume", disturbed.TheRun("pair"));
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
        foreach (string file in (string[])["model.safetensors", "best.safetensors"])
            Assert.That(Bytes(disturbed, file), Is.EqualTo(Bytes(undisturbed, file)), file);
    }

    [Test]
    public void Export_WeightsOfOneEngine_AreFilesOfTheOther()
    {
        using var hub = new TorchHub();
        string[] train = ["train", "CartPole-v1", "--steps", "300", "--set", "learningStarts=100"];
        Assert.That(hub.Run([.. train, "--backend", "torchsharp"]).ExitCode, Is.Zero);
        string torch = Trial(hub);
        Directory.Move(hub.Combine("runs/train"), hub.Combine("runs/torch"));
        torch = torch.Replace("/train/", "/torch/", StringComparison.Ordinal);
        Assert.That(hub.Run(train).ExitCode, Is.Zero);
        string embedded = Trial(hub);

        File.Copy(Path.Combine(torch, "model.safetensors"), Path.Combine(embedded, "model.safetensors"), overwrite: true);
        byte[][] models = [.. new[] { torch, embedded }.Select((trial, index) =>
        {
            string file = hub.Combine($"{index}.onnx");
            var result = hub.Run("export", trial, "--onnx", file);
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            return File.ReadAllBytes(file);
        })];

        Assert.That(models[1], Is.EqualTo(models[0]));
        string[] evaluated = [.. new[] { torch, embedded }.Select(trial => hub.Run("evaluate", trial, "--json").Output.Replace(trial, "", StringComparison.Ordinal))];
        Assert.That(evaluated[1], Is.EqualTo(evaluated[0]));
    }

    [TestCase("fine-tune", "")]
    [TestCase("distillation", "")]
    public void Compare_ChainOfStages_RunsOnEitherEngine(string learner, string options)
    {
        using var hub = new TorchHub($$"""
            { "chain": { "suite": "pair", "seeds": 1, "steps": 300, "evaluation": { "points": 1, "episodes": 1, "finalEpisodes": 1 },
              "arms": { "chain": { "stages": [
                { "name": "first", "learner": "dqn", "tasks": ["CartPole-v1"], "backend": "torchsharp", "options": { "learningStarts": 100 } },
                { "name": "second", "learner": "{{learner}}", "from": ["first"], "tasks": ["CartPole-v1"], "backend": "embedded"{{options}} } ] } } } }
            """);
        var result = hub.Run("compare", "chain");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        result = hub.Run("compare", "chain", "--backend", "torchsharp:device=cpu");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
    }

    [Test]
    public void Compare_MetaLearner_RunsOnTorch()
    {
        using var hub = new TorchHub("""
            { "meta": { "suite": "pair", "seeds": 1, "steps": 4000, "evaluation": { "points": 1, "episodes": 1, "finalEpisodes": 1 },
              "arms": { "reptile": { "learner": "reptile", "tasks": ["CartPole-v1"], "backend": "torchsharp" } } } }
            """);
        var result = hub.Run("compare", "meta");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
    }

    /// <summary>Run where there is a CUDA device; elsewhere passed over, with the reason.</summary>
    [Test]
    public void Compare_OnACudaDevice_LearnsAndResumes()
    {
        _ = RealTorch.Folder;
        if (TorchRuntime.Refusal("cuda") is { } refusal) Assert.Ignore(refusal);
        using var hub = new TorchHub(Experiment.Replace("\"torchsharp\"", """{ "name": "torchsharp", "options": { "device": "cuda" } }""", StringComparison.Ordinal));
        using (var child = hub.Begin("compare", "pair"))
        {
            for (var clock = Stopwatch.StartNew(); !child.HasExited && clock.Elapsed < Longest && !HasCheckpoint(hub); Thread.Sleep(2)) { }
            child.Kill();
            child.WaitForExit();
        }
        var resumed = hub.Run("resume", hub.TheRun("pair"));
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
        Assert.That(resumed.Output, Does.Contain("CartPole-v1").And.Contain("MountainCar-v0"));
    }

    private static string Trial(TorchHub hub) => Path.GetDirectoryName(Directory.GetFiles(hub.TheRun("train"), "model.safetensors", SearchOption.AllDirectories).Single())!;

    private static bool HasCheckpoint(TorchHub hub) =>
        Directory.Exists(hub.Combine("runs")) && Directory.EnumerateFiles(hub.Combine("runs"), "*.ckpt", SearchOption.AllDirectories).Any();

    private static byte[] Bytes(TorchHub hub, string file) => File.ReadAllBytes(Path.Combine(hub.TheRun("pair"), "both", "seed-1", file));
}
