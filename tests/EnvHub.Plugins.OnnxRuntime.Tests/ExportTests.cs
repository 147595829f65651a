using EnvHub.Hosting;
using EnvHub.Numerics;

namespace EnvHub.Plugins.OnnxRuntime.Tests;

/// <summary>What <c>envhub export</c> writes, run by ONNX Runtime: the hub's action values, for every form that networks have.</summary>
public sealed class ExportTests
{
    // Float32 sums over some thousand terms, in another order.
    private const double Tolerance = 5e-5;

    private const string Pair = "CartPole-v1,MountainCar-v0";

    private static readonly Lazy<HubCatalog> Catalog = new(() => HubCatalog.Load(new HubOptions { PluginFolders = [Path.Combine(CommandHub.Checkout, "artifacts", "plugins")] }));

    [TestCase("dqn", "CartPole-v1", "")]
    [TestCase("dqn", "FrozenLake-v1", "")]
    [TestCase("dqn", "CartPole-v1", "network.hidden=[16]")]
    [TestCase("dqn", "Acrobot-v1", "network.hidden=[24,12,8] network.activation=tanh network.layerNorm=false scaleObservations=false")]
    [TestCase("multitask-dqn", Pair, "")]
    [TestCase("multitask-dqn", Pair, "network.inputs=paddedOneHot network.hidden=[20]")]
    [TestCase("multitask-dqn", Pair, """network.encoder=[{"kind":"linear","units":9},{"kind":"tanh"}] network.trunk=[{"kind":"residual","layers":[{"kind":"linear","units":9},{"kind":"layerNorm"},{"kind":"relu"}]},{"kind":"linear","units":7}]""")]
    [TestCase("dqn", "Catch-v0", """bufferCapacity=100 network.encoder=[{"kind":"convolution","filters":6,"kernel":9,"stride":8,"padding":3},{"kind":"relu"},{"kind":"flatten"}] network.trunk=[{"kind":"linear","units":12}]""")]
    [TestCase("dqn", "Catch-v0 stacked", """bufferCapacity=100 network.encoder=[{"kind":"convolution","filters":4,"kernel":8,"stride":8},{"kind":"tanh"},{"kind":"flatten"}]""")]
    [TestCase("multitask-fine-tune", Pair, "")]
    public void Export_RunByOnnxRuntime_GivesTheHubsActionValues(string learner, string tasks, string set)
    {
        _ = RealOnnx.Folder;
        using var hub = new OnnxHub();
        string[] names = tasks.Split(' ')[0].Split(',');
        // Fine-tuning needs something to start from.
        string trial = learner == "multitask-fine-tune" ? FineTuned(hub) : Trained(hub, learner, names, tasks.EndsWith("stacked", StringComparison.Ordinal), set);
        string file = hub.Combine("model.onnx");
        AssertSucceeds(hub.Run("export", trial, "--onnx", file));

        var player = TrialPlayer.Open(trial, Catalog.Value);
        using var own = player.LoadLearner(best: false);
        using var other = new OnnxLearner(RealOnnx.Context([.. player.Trial.Tasks.Select(task => task.Spec)]), new() { File = file });
        for (int task = 0; task < names.Length; task++)
        {
            float[] observations = Observations(player.Trial.Tasks[task].Spec.Environment.ObservationSpace, rows: 7);
            Assert.That(Values(other, task, observations), Is.EqualTo(Values(own, task, observations)).Within(Tolerance), names[task]);
        }
    }

    [Test]
    public void Evaluate_OfAnExport_ScoresAsTheTrialDoes()
    {
        using var hub = new OnnxHub();
        string trial = Trained(hub, "multitask-dqn", Pair.Split(','), isStacked: false, "");
        AssertSucceeds(hub.Run("export", trial, "--onnx", hub.Combine("model.onnx")));
        var own = hub.Run("evaluate", trial, "--episodes", "5");
        var other = hub.Run("evaluate", "--onnx", hub.Combine("model.onnx"), "--task", "CartPole-v1", "--task", "MountainCar-v0", "--episodes", "5");
        AssertSucceeds(other);
        Assert.That(other.Output, Is.EqualTo(own.Output).And.Contain("MountainCar-v0"));
    }

    private static string Trained(OnnxHub hub, string learner, string[] tasks, bool isStacked, string set)
    {
        string[] arguments = ["train", .. tasks, "--learner", learner, "--steps", "60", .. isStacked ? (string[])["--wrap", "FrameStack"] : []];
        AssertSucceeds(hub.Run(arguments.Concat(set.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(pair => new[] { "--set", pair }))));
        return Only(hub.TheRun("train"));
    }

    private static string FineTuned(OnnxHub hub)
    {
        File.WriteAllText(hub.HubFile, File.ReadAllText(hub.HubFile).Replace("\"experiments\": {}", """
            "experiments": { "tuned": { "suite": "pair", "seeds": 1, "steps": 60, "arms": { "a": { "stages": [
              { "name": "first", "learner": "multitask-dqn" }, { "name": "second", "learner": "multitask-fine-tune", "from": ["first"] }] } } } }
            """, StringComparison.Ordinal));
        AssertSucceeds(hub.Run("compare", "tuned"));
        return Only(hub.TheRun("tuned"));
    }

    private static string Only(string run) => Path.GetDirectoryName(Directory.GetFiles(run, "model.safetensors", SearchOption.AllDirectories).Single())!;

    private static float[] Observations(Space space, int rows)
    {
        var random = new RandomGenerator(3);
        return [.. Enumerable.Range(0, rows * space.ElementSize).Select(_ => space switch
        {
            DiscreteSpace discrete => (float)random.Integers(discrete.Count),
            IBoxSpace { ElementType: ElementType.UInt8 } => random.Integers(256),
            _ => (float)(random.NextDouble() * 2 - 1),
        })];
    }

    private static float[] Values(ILearner learner, int task, float[] observations)
    {
        var policy = (IActionValuePolicy)learner.Policy;
        var values = new float[7 * policy.ActionCount(task)];
        policy.ActionValues(task, observations, values);
        return values;
    }

    private static void AssertSucceeds(ProcessResult result) => Assert.That(result.ExitCode, Is.Zero, result.Output + result.Error);
}
