using System.Text.Json;

namespace EnvHub.Plugins.OnnxRuntime.Tests;

/// <summary>Policies from elsewhere in the hub: played, watched, compared, and as teachers.</summary>
public sealed class HubTests
{
    private static string CartPole => RealOnnx.Fixture("cartpole.onnx");

    [Test]
    public void Evaluate_PyTorchsNetwork_SolvesCartPole()
    {
        using var hub = new OnnxHub();
        var task = Task(hub.Run("evaluate", "--onnx", CartPole, "--task", "CartPole-v1", "--json"));
        Assert.That((task.GetProperty("mean").GetDouble(), task.GetProperty("episodes").GetInt32()), Is.EqualTo((500.0, 100)));
    }

    [Test]
    public void Evaluate_SettingsAndWrappers_AreTheEnvironments()
    {
        using var hub = new OnnxHub();
        var task = Task(hub.Run("evaluate", "--onnx", CartPole, "--task", "CartPole-v1", "--set", "max_episode_steps=70", "--episodes", "3", "--json"));
        Assert.That((task.GetProperty("mean").GetDouble(), task.GetProperty("episodes").GetInt32()), Is.EqualTo((70.0, 3)));
    }

    [TestCase("evaluate", "Nothing to evaluate")]
    [TestCase("evaluate --onnx a.onnx", "--task ID")]
    [TestCase("evaluate --onnx a.onnx --task CartPole-v1 --best", "--best goes with a trial's folder")]
    [TestCase("evaluate somewhere --onnx a.onnx", "give one of the two")]
    [TestCase("evaluate somewhere --read gives=logits", "go with --onnx")]
    [TestCase("watch CartPole-v1 --read gives=logits", "--read goes with --onnx")]
    [TestCase("evaluate --onnx a.onnx --task CartPole-v1", "there is no such file")]
    [TestCase("evaluate --onnx a.onnx --task CartPole-v1 --read give=logits", "gives")]
    [TestCase("train CartPole-v1 --learner dqn --from a.onnx", "dqn builds on nothing")]
    public void Verb_WhatCannotBe_SaysWhatMayBe(string command, string expected)
    {
        using var hub = new OnnxHub();
        var result = hub.Run(command.Split(' '));
        Assert.That(CommandHub.Words(result), Does.Contain(expected));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Watch_Gif_ShowsThePolicy()
    {
        using var hub = new OnnxHub();
        var result = hub.Run("watch", "--onnx", CartPole, "CartPole-v1", "--set", "max_episode_steps=30", "--gif", hub.Combine("a.gif"));
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(File.ReadAllBytes(hub.Combine("a.gif")).AsSpan(0, 6).ToArray(), Is.EqualTo("GIF89a"u8.ToArray()));
    }

    // The student is to come within a tenth of a teacher that scores 500; 7,000 steps took it to 500 on each of five seeds.
    [TestCase("cartpole", "", TestName = "Compare_ActionValues_TeachAStudent")]
    [TestCase("cartpole", """, "options": { "gives": "logits" }""", TestName = "Compare_Logits_TeachAStudent")]
    [TestCase("cartpole-actions", "", TestName = "Compare_ActionsAlone_TeachAStudent")]
    public void Compare_PolicyFromElsewhere_TeachesAStudent(string file, string options)
    {
        using var hub = new OnnxHub($$"""
            { "taught": { "suite": "cart", "seeds": 1, "steps": 7000, "arms": {
                "teacher": { "learner": "onnx", "options": { "file": "models/teacher.onnx" } },
                "student": { "learner": "distillation", "from": [{ "onnx": "models/teacher.onnx"{{options}} }] } } } }
            """);
        Directory.CreateDirectory(hub.Combine("models"));
        File.Copy(RealOnnx.Fixture($"{file}.onnx"), hub.Combine("models/teacher.onnx"));
        var result = hub.Run("compare", "taught", "--json");
        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
        var rows = JsonElement.Parse(result.Output).GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("arm").GetString()!, row => row.GetProperty("mean").GetDouble());
        Assert.That(rows["teacher"], Is.EqualTo(500));
        Assert.That(rows["student"], Is.GreaterThan(450));

        // The record holds the model itself, and names what it played.
        string trial = Path.Combine(hub.TheRun("taught"), "teacher", "seed-1");
        File.Delete(hub.Combine("models/teacher.onnx"));
        Assert.That(Task(hub.Run("evaluate", trial, "--json")).GetProperty("mean").GetDouble(), Is.EqualTo(500));
        Assert.That(File.ReadAllText(Path.Combine(trial, "config.json")), Does.Contain($"sha256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(RealOnnx.Model(file)))}"));
    }

    [Test]
    public void Train_FromTheCommandLine_LearnsFromTheFile()
    {
        using var hub = new OnnxHub();
        var result = hub.Run("train", "CartPole-v1", "--learner", "distillation", "--set", "rl=true", "--from", CartPole, "--steps", "600");
        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
    }

    [Test]
    public void Train_FineTuneFromAFile_IsRefusedWhilePlanning()
    {
        using var hub = new OnnxHub();
        var result = hub.Run("train", "CartPole-v1", "--learner", "fine-tune", "--from", CartPole);
        Assert.That(CommandHub.Words(result), Does.Contain("has no weights to start from"));
        Assert.That(Directory.Exists(hub.Combine("runs/train")), Is.False);
    }

    [TestCase("""{ "onnx": "a.onnx", "stage": "b" }""", "from[0]")]
    [TestCase("{}", "neither")]
    [TestCase("""{ "onnx": "" }""", "from[0].onnx")]
    [TestCase("""{ "onnx": "a.onnx", "options": { "file": "b.onnx" } }""", "from[0].options.file")]
    [TestCase("""{ "onnx": "a.onnx", "options": 3 }""", "from[0].options")]
    [TestCase("""{ "onnx": "a.onnx", "tasks": ["Pendulum-v1"] }""", "from[0].tasks")]
    [TestCase("""{ "stage": "b", "name": "c" }""", "from[0]")]
    [TestCase("""{ "onnx": "a.onnx" }""", "from[0].onnx")]
    public void Plan_FromThatCannotBe_IsAFaultAtItsPlace(string from, string expected)
    {
        using var hub = new OnnxHub($$"""{ "x": { "suite": "cart", "seeds": 1, "steps": 10, "arms": { "student": { "learner": "distillation", "from": [{{from}}] } } } }""");
        var result = hub.Run("compare", "x");
        Assert.That(CommandHub.Words(result), Does.Contain(expected));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    [TestCase("steps")]
    [TestCase("copies")]
    [TestCase("episodes")]
    public void Plan_StepsOfWhatLearnsNothing_AreAFault(string key)
    {
        using var hub = new OnnxHub($$"""{ "x": { "suite": "cart", "seeds": 1, "steps": 10, "arms": { "a": { "learner": "onnx", "options": { "file": {{JsonSerializer.Serialize(CartPole)}} }, "{{key}}": 3 } } } }""");
        Assert.That(CommandHub.Words(hub.Run("compare", "x")), Does.Contain($"$.experiments.x.arms.a.{key}").And.Contain("learns nothing"));
    }

    [Test]
    public void Verbs_WithoutTheLibrary_SayWhatToType()
    {
        using var hub = new OnnxHub();
        hub.Variables[OnnxPlaces.FolderVariable] = null;
        foreach (string[] command in (string[][])[["evaluate", "--onnx", CartPole, "--task", "CartPole-v1"], ["onnx", "list"], ["doctor"], ["train", "CartPole-v1", "--learner", "onnx", "--set", $"file={CartPole}"]])
            Assert.That(CommandHub.Words(hub.Run(command)), Does.Contain("envhub onnx setup"), string.Join(' ', command));
        Assert.That(Directory.Exists(hub.Combine("runs/train")), Is.False, "no run was begun");
    }

    [Test]
    public void Evaluate_LibraryThatIsNone_SaysSo()
    {
        using var hub = new OnnxHub();
        File.WriteAllText(hub.Combine("libonnxruntime.so"), "not a library");
        hub.Variables[OnnxPlaces.LibraryVariable] = hub.Combine("libonnxruntime.so");
        Assert.That(CommandHub.Words(hub.Run("evaluate", "--onnx", CartPole, "--task", "CartPole-v1")), Does.Contain("EH4910").And.Contain("could not be loaded"));
    }

    [Test]
    public void Setup_FolderOfSomethingElse_IsLeftAsItIs()
    {
        using var hub = new OnnxHub();
        hub.AssertSetupLeavesOthersFolders("onnx", "EH4902");
    }

    [Test]
    public void Setup_PackageThatNoSourceHas_SaysWhy()
    {
        using var hub = new OnnxHub();
        hub.AssertSetupWithoutSourcesSaysWhy("onnx", "EH4901");
    }

    private static JsonElement Task(ProcessResult result)
    {
        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
        return JsonElement.Parse(result.Output).GetProperty("tasks")[0];
    }
}
