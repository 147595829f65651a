namespace EnvHub.Cli.Tests;

/// <summary>What is wrong is said in words, with what may be; never with a stack trace or a type's name.</summary>
public sealed class BadInputTests : HubFixture
{
    [TestCase("lst", "'lst' is no command", "Did you mean 'list'?")]
    [TestCase("list enviroments", "'enviroments' is no command", "Did you mean 'environments'?")]
    [TestCase("list", "a command is missing", "environments, learners")]
    [TestCase("train CartPole-v1 --leaner dqn", "--leaner", "Did you mean '--learner'?")]
    [TestCase("rollout CartPole-v1 --steps 1.5", "--steps is '1.5'", "a whole number of at most 9223372036854775807")]
    [TestCase("rollout CartPole-v1 --seed -1", "--seed is '-1'", "a whole number from 0 to 18446744073709551615")]
    [TestCase("watch CartPole-v1 --fps abc", "--fps is 'abc'", "it must be a number")]
    [TestCase("watch CartPole-v1 --fps 1,5", "--fps is '1,5'", "with a point")]
    [TestCase("python setup --from nowhere", "--from is 'nowhere'", "one of Any, ")]
    [TestCase("train CartPole-v1 --seeds 2147483647", "--seeds is 2147483647", "at most 10000")]
    [TestCase("train CartPole-v1 --checkpoint-seconds NaN", "--checkpoint-seconds is NaN", "at least 0")]
    [TestCase("train CartPole-v1 --checkpoint-seconds -0.5", "--checkpoint-seconds is -0.5", "at least 0")]
    [TestCase("transfer runs --baseline a --threshold NaN", "--threshold is NaN", "a finite number")]
    public async Task Run_BadCommandLine_SaysWhatItIsAndWhatMayBe(string line, string found, string allowed)
    {
        var answer = await RunAsync(line.Split(' '));

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage), answer.ToString());
        Assert.That(answer.Error, Does.StartWith("error EH5000 ").And.Contain(found).And.Contain(allowed).And.Not.Contain("System."));
    }

    [TestCase("""{ "encoder": [{ "kind": "convolution", "filters": 4, "kernel": 3 }] }""", "convolution needs an image [H, W, C]; it gets [4]")]
    [TestCase("""{ "trunk": [{ "kind": "convolution", "filters": 4 }] }""", "filters and kernel")]
    [TestCase("""{ "trunk": [{ "kind": "linear" }] }""", "units")]
    [TestCase("""{ "trunk": [{ "kind": "relu", "units": 3 }] }""", "only a linear layer has units")]
    [TestCase("""{ "trunk": [{ "kind": "conv" }] }""", "\"convolution\"")]
    [TestCase("""{ "trunk": [{ "kind": "residual", "layers": [{ "kind": "linear", "units": 5 }] }] }""", "must give the shape that it gets; it makes [5] of [4]")]
    [TestCase("""{ "trunk": [{ "kind": "residual", "layers": [] }] }""", "residual")]
    [TestCase("""{ "trunk": [{ "kind": "linear", "units": 5 }], "inputs": "paddedOneHot" }""", "paddedOneHot")]
    [TestCase("""{ "hidden": [8], "inputs": "encoderPerShape" }""", "encoderPerShape")]
    public async Task Run_NetworkThatCannotBe_IsRefusedWithItsShapes(string network, string expected)
    {
        WriteHub($$"""
            { "suites": { "one": { "tasks": ["CartPole-v1"] } }, "defaultExperiment": "e",
              "experiments": { "e": { "suite": "one", "seeds": 1, "steps": 10, "arms": { "a": { "learner": "dqn", "options": { "network": {{network}} } } } } } }
            """);
        var answer = await RunAsync("compare");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Usage), answer.ToString());
        Assert.That(answer.Error, Does.Contain("$.experiments.e.arms.a.options").And.Contain(expected).And.Not.Contain("System."));
    }

    [TestCase("rollout", "")]
    [TestCase("evaluate", " ")]
    [TestCase("evaluate", "--onnx", "", "--task", "CartPole-v1")]
    [TestCase("evaluate", "--onnx", "a.onnx", "--task", "")]
    [TestCase("train", "CartPole-v1", "--from", "")]
    [TestCase("watch", "CartPole-v1", "--onnx", " ")]
    [TestCase("serve-envs", "--listen", "")]
    [TestCase("python", "setup", "--folder", "")]
    [TestCase("export", "trial", "--onnx", "")]
    [TestCase("watch", "CartPole-v1", "--gif", "")]
    public async Task Run_BlankText_IsAUsageFault(params string[] args) =>
        Assert.That(await RunAsync(args), Has.Property("Code").EqualTo(ExitCode.Usage).And.Property("Error").Contains(" is blank; "));

    [TestCase("""{ "python": "" }""", "$.python")]
    [TestCase("""{ "runs": "" }""", "$.runs")]
    [TestCase("""{ "defaultExperiment": "a\u0000b" }""", "$.defaultExperiment")]
    [TestCase("""{ "suites": { "\ud800": { "tasks": ["CartPole-v1"] } } }""", "$.suites")]
    public async Task Run_HubWithABadText_NamesItsPath(string json, string path)
    {
        await File.WriteAllTextAsync(HubFile, json);

        Assert.That(await RunAsync("list", "suites"), Has.Property("Code").EqualTo(ExitCode.Usage).And.Property("Error").Contains($"\n  {path}\n"));
    }

    [Test]
    public async Task Watch_PathThatIsNoFolder_IsNotTakenForAnId() =>
        Assert.That((await RunAsync("watch", "runs/nowhere/seed-1")).Error, Does.Contain("EH5046").And.Contain("neither a trial's folder nor an environment's id"));

    [Test]
    public async Task Watch_GifThatIsAFolder_SaysSo() =>
        Assert.That((await RunAsync("watch", "CartPole-v1", "--gif", Path.GetDirectoryName(HubFile)!)).Error, Does.Contain("EH5043").And.Contain("It is a folder."));

    [Test]
    public async Task Transfer_FolderOfSeveralRuns_AsksForOne()
    {
        for (int run = 0; run < 2; run++) await RunAsync("train", "CartPole-v1", "--steps", "2");

        var answer = await RunAsync("transfer", Path.Combine(Path.GetDirectoryName(HubFile)!, "runs"), "--baseline", "dqn");

        Assert.That(answer.Error, Does.StartWith("error EH3602 ").And.Contain("Name one run folder"));
    }

    [Test]
    public async Task PythonSetup_FolderWithAUsersFiles_LeavesItAlone()
    {
        string folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(HubFile)!, "mine")).FullName;
        string file = Path.Combine(folder, "thesis.txt");
        await File.WriteAllTextAsync(file, "years of work");

        var answer = await RunAsync("python", "setup", "--folder", folder);

        Assert.That(answer.Error, Does.StartWith("error EH4634 "));
        Assert.That(File.Exists(file), Is.True);
    }
}
