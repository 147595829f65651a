using System.Text.Json;

namespace EnvHub.Plugins.TorchSharp.Tests;

/// <summary>What users read where libtorch is not there, or not as it must be: what is, and what to type.</summary>
public sealed class MessageTests
{
    private static readonly string[] Verbs = ["train", "compare", "torch list", "list backends", "doctor"];

    [TestCaseSource(nameof(Verbs))]
    public void Verb_WithoutLibtorch_SaysWhatToType(string verb)
    {
        using var hub = new TorchHub("""{ "pair": { "suite": "pair", "seeds": 1, "steps": 100, "arms": { "dqn": { "learner": "dqn", "backend": "torchsharp" } } } }""");
        hub.Variables[TorchPlaces.FolderVariable] = null;
        // No Python either: PyTorch of one would do.
        hub.Variables["ENVHUB_PYTHON"] = "/nowhere/python3";
        string[] arguments = verb switch
        {
            "train" => ["train", "CartPole-v1", "--backend", "torchsharp"],
            "compare" => ["compare", "pair"],
            _ => verb.Split(' '),
        };
        var result = hub.Run(arguments);
        Assert.That(CommandHub.Words(result), Does.Contain("libtorch is not here").And.Contain("envhub torch setup"));
        Assert.That(result.ExitCode, verb is "list backends" ? Is.Zero : Is.Not.Zero);
        Assert.That(Directory.Exists(hub.Combine("runs/train")) || Directory.Exists(hub.Combine("runs/pair")), Is.False, "no run was begun");
    }

    [TestCase("gpu", "cpu, cuda or cuda:N")]
    [TestCase("cuda:", "cpu, cuda or cuda:N")]
    public void Train_DeviceThatCannotBe_SaysWhatMayBe(string device, string expected)
    {
        using var hub = new TorchHub();
        var result = hub.Run("train", "CartPole-v1", "--backend", $"torchsharp:device={device}");
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(CommandHub.Words(result), Does.Contain(expected));
    }

    // What libtorch gets wrong there shows on some processors alone, so it is refused on all.
    [Test]
    public void Train_ChannelsFirstOnTheProcessor_IsRefused()
    {
        using var hub = new TorchHub();
        var result = hub.Run("train", "CartPole-v1", "--backend", "torchsharp:layout=channelsFirst");
        Assert.That(CommandHub.Words(result), Does.Contain("wrong gradients").And.Contain("channelsLast"));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public void Train_CudaWithoutCuda_SaysHowToGetIt()
    {
        if (TorchRuntime.Refusal("cuda") is null) Assert.Ignore("There is a CUDA device here.");
        using var hub = new TorchHub();
        var result = hub.Run("train", "CartPole-v1", "--backend", "torchsharp:device=cuda");
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(CommandHub.Words(result), Does.Contain("envhub torch setup --from python").Or.Contain("There is no device"));
    }

    [Test]
    public void Train_LibrariesThatAreNoLibraries_SaysSo()
    {
        using var hub = new TorchHub();
        string folder = Directory.CreateDirectory(hub.Combine("lib")).FullName;
        foreach (string file in TorchPlatform.Files) File.WriteAllText(Path.Combine(folder, file), "not a library");
        hub.Variables[TorchPlaces.LibraryVariable] = folder;
        var result = hub.Run("train", "CartPole-v1", "--steps", "10", "--backend", "torchsharp");
        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(CommandHub.Words(result), Does.Contain("EH4761").And.Contain("could not be loaded"));
    }

    [Test]
    public void TorchList_OldPyTorch_IsPassedOverWithItsVersion()
    {
        using var hub = new TorchHub();
        string lib = Directory.CreateDirectory(hub.Combine("torch/lib")).FullName;
        foreach (string file in TorchPlatform.Files) File.WriteAllText(Path.Combine(lib, file), "");
        File.WriteAllText(hub.Combine("torch/version.py"), "__version__ = '1.13.1'\n");
        hub.Variables[TorchPlaces.LibraryVariable] = hub.Combine("torch");
        var result = hub.Run("torch", "list", "--json");
        var library = JsonDocument.Parse(result.Output).RootElement.GetProperty("libraries")[0];
        Assert.That(library.GetProperty("missing").GetString(), Is.EqualTo("it is 1.13.1; TorchSharp takes 2.10 or 2.11"));
        Assert.That(result.ExitCode, Is.Not.Zero);
    }

    [Test]
    public void TorchList_Prepared_ShowsItWithVersionAndDevices()
    {
        using var hub = new TorchHub();
        var result = hub.Run("torch", "list");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output, Does.StartWith("* ").And.Contain("devices: cpu"));
    }

    [Test]
    public void TorchSetup_FolderOfSomethingElse_IsLeftAsItIs()
    {
        using var hub = new TorchHub();
        hub.AssertSetupLeavesOthersFolders("torch", "EH4765");
    }

    [Test]
    public void TorchSetup_PythonWithoutPyTorch_SaysSo()
    {
        using var hub = new TorchHub();
        var result = hub.Run("torch", "setup", "--from", "python", "--python", "/nowhere/python3");
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(CommandHub.Words(result), Does.Contain("EH4764").And.Contain("/nowhere/python3"));
        Assert.That(Directory.Exists(hub.Combine(".envhub/torch")), Is.False);
    }

    [Test]
    public void TorchSetup_PackageThatNoSourceHas_SaysWhy()
    {
        using var hub = new TorchHub();
        hub.AssertSetupWithoutSourcesSaysWhy("torch", "EH4763", "--from python");
    }
}
