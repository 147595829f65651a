using System.Text.Json;
using EnvHub.Contracts;
using EnvHub.Networks;
using EnvHub.Numerics;
using EnvHub.TestKit;

namespace EnvHub.Hosting.Tests;

/// <summary>Real learners' policies, exported and computed again from the file alone.</summary>
public sealed class PolicyExportTests : RunFolderFixture
{
    // Float32 sums over 64 units against double ones.
    private const double Tolerance = 2e-5;

    private static readonly HubCatalog Native = HubCatalog.Load(new HubOptions { PluginFolders = RepositoryFolder.Plugins });

    [TestCase("{}")]
    [TestCase("""{ "network": { "hidden": [24, 12, 8], "activation": "tanh", "layerNorm": false } }""")]
    [TestCase("""{ "network": { "hidden": [20], "inputs": "paddedOneHot" }, "scaleObservations": false }""")]
    public void Onnx_TwoTasks_ComputesTheHubsActionValues(string options)
    {
        var trial = Train(options, "CartPole-v1", "MountainCar-v0");
        PolicyExport.Onnx(trial, Model, best: false, task: null);
        var model = new OnnxEvaluator(File.ReadAllBytes(Model));

        Assert.That(model.OperatorSet, Is.EqualTo(17));
        AssertSameValues(trial, 0, row => model.Compute("observations/CartPole-v1", row, "action_values/CartPole-v1"));
        AssertSameValues(trial, 1, row => model.Compute("observations/MountainCar-v0", row, "action_values/MountainCar-v0"));
    }

    [Test]
    public void Onnx_OneTask_HasPlainNames()
    {
        var trial = Train("{}", "CartPole-v1", "MountainCar-v0");
        PolicyExport.Onnx(trial, Model, best: false, "MountainCar-v0");
        var model = new OnnxEvaluator(File.ReadAllBytes(Model));

        Assert.That((model.Inputs.Single(), model.Outputs.Single()), Is.EqualTo(("observations", "action_values")));
        Assert.That(model.Metadata["envhub.tasks"], Is.EqualTo("CartPole-v1 MountainCar-v0"));
        AssertSameValues(trial, 1, row => model.Compute("observations", row, "action_values"));
    }

    [Test]
    public void Onnx_UnknownTask_IsRefused() =>
        Assert.That(Assert.Throws<HubException>(() => PolicyExport.Onnx(Train("{}", "CartPole-v1"), Model, best: false, "CartPole-v0"))!.Message,
            Does.Contain("EH3902").And.Contain("Did you mean 'CartPole-v1'?"));

    [Test]
    public void Onnx_NoSuchFolder_IsRefused() =>
        Assert.That(Assert.Throws<HubException>(() => PolicyExport.Onnx(Train("{}", "CartPole-v1"), Path.Combine(Runs, "none", "a.onnx"), best: false, null))!.Code,
            Is.EqualTo("EH3904"));

    [Test]
    [Platform("Linux")]
    public void Onnx_PythonsOnnx_ChecksAndComputesIt()
    {
        var trial = Train("{}", "CartPole-v1");
        PolicyExport.Onnx(trial, Model, best: false, task: null);
        float[] row = [0.1f, -0.4f, 0.05f, 0.7f];
        string answer = RealPython.Run(RealPython.WithOnnx, Program, Model, JsonSerializer.Serialize(row));

        using var learner = trial.LoadLearner(best: false);
        var values = new float[2];
        learner.Policy.ActionValues(0, row, values);
        Assert.That(JsonSerializer.Deserialize<double[]>(answer), Is.EqualTo(values.Select(value => (double)value)).Within(Tolerance));
    }

    [Test]
    [Platform("Linux")]
    public void Onnx_LayerByLayer_PythonComputesTheHubsActionValues()
    {
        var trial = Train("""
            { "learningStarts": 1200, "batchSize": 2, "bufferCapacity": 100, "network": {
              "encoder": [{ "kind": "convolution", "filters": 6, "kernel": 9, "stride": 8, "padding": 3 }, { "kind": "tanh" },
                { "kind": "residual", "layers": [{ "kind": "convolution", "filters": 6, "kernel": 3, "padding": 1 }, { "kind": "layerNorm" }, { "kind": "relu" }] },
                { "kind": "flatten" }],
              "trunk": [{ "kind": "linear", "units": 12 }, { "kind": "layerNorm" }, { "kind": "relu" }] } }
            """, new TaskOptions { Environment = "Catch-v0", Wrappers = [new() { Name = "FrameStack" }] });
        PolicyExport.Onnx(trial, Model, best: false, task: null);
        var random = new RandomGenerator(5);
        float[] row = [.. Enumerable.Range(0, 4 * 84 * 84).Select(_ => (float)random.Integers(256))];
        string file = Path.Combine(Runs, "row.json");
        File.WriteAllText(file, JsonSerializer.Serialize(row));
        string answer = RealPython.Run(RealPython.WithOnnx, Program.Replace("json.loads(sys.argv[2])", "json.load(open(sys.argv[2]))", StringComparison.Ordinal), Model, file);

        using var learner = trial.LoadLearner(best: false);
        var values = new float[3];
        learner.Policy.ActionValues(0, row, values);
        Assert.That(JsonSerializer.Deserialize<double[]>(answer), Is.EqualTo(values.Select(value => (double)value)).Within(Tolerance));
    }

    [Test]
    public void Model_Metadata_IsEnoughToRebuildThePolicy()
    {
        var trial = Train("{}", "CartPole-v1", "MountainCar-v0");
        var file = new SafeTensorsReader(File.ReadAllBytes(Path.Combine(_folder, "model.safetensors")));
        using var network = JsonDocument.Parse(file.Metadata["envhub.network"]);

        AssertSameValues(trial, 1, row => Rebuilt(network.RootElement, file, 1, row));
    }

    [Test]
    public void Model_Bytes_FollowTheFormatsRules()
    {
        Train("{}", "CartPole-v1");
        byte[] bytes = File.ReadAllBytes(Path.Combine(_folder, "model.safetensors"));
        long header = BitConverter.ToInt64(bytes);
        using var json = JsonDocument.Parse(bytes.AsMemory(8, (int)header));
        long[][] places = [.. json.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__")
            .Select(entry => entry.Value.GetProperty("data_offsets").EnumerateArray().Select(place => place.GetInt64()).ToArray())];

        Assert.That((bytes[8], header % 8), Is.EqualTo(((byte)'{', 0L)), "begins with a brace, padded to whole 8 bytes");
        Assert.That(places.Select(place => place[0]), Is.EqualTo(new long[] { 0 }.Concat(places.SkipLast(1).Select(place => place[1]))), "in order, no holes");
        Assert.That(places[^1][1], Is.EqualTo(bytes.Length - 8 - header), "to the end");
    }

    private const string Program = """
        import json, sys, numpy, onnx, onnx.numpy_helper
        model = onnx.load(sys.argv[1])
        onnx.checker.check_model(model, full_check=True)
        assert model.opset_import[0].version == 17
        values = {tensor.name: onnx.numpy_helper.to_array(tensor).astype(numpy.float64) for tensor in model.graph.initializer}
        values["observations"] = numpy.array([json.loads(sys.argv[2])], numpy.float64)
        for node in model.graph.node:
            x = [values[name] for name in node.input]
            options = {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}
            def normalise(x, gain, shift):
                centred = x - x.mean(axis=options["axis"], keepdims=True)
                return centred / numpy.sqrt((centred ** 2).mean(axis=options["axis"], keepdims=True) + options["epsilon"]) * gain + shift
            def convolve(x, w, b):
                rows, columns = options["strides"]
                top, left, bottom, right = options["pads"]
                x = numpy.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right)))
                windows = numpy.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))[:, :, ::rows, ::columns]
                return numpy.einsum("nchwij,fcij->nfhw", windows, w) + b[None, :, None, None]
            operations = {"Sub": numpy.subtract, "Mul": numpy.multiply, "Add": numpy.add, "Conv": convolve,
                          "Gemm": lambda x, w, b: x @ (w.T if options.get("transB") else w) + b,
                          "Reshape": lambda x, shape: x.reshape([int(length) for length in shape]), "Transpose": lambda x: x.transpose(options["perm"]),
                          "Flatten": lambda x: x.reshape(x.shape[0], -1),
                          "Relu": lambda x: numpy.maximum(x, 0), "Tanh": numpy.tanh, "LayerNormalization": normalise}
            values[node.output[0]] = operations[node.op_type](*x)
        print(json.dumps(values["action_values"][0].tolist()))
        """;

    private string _folder = "";

    private string Model => Path.Combine(Runs, "policy.onnx");

    // A stranger's reading of the two files' texts: no type of the hub computes here.
    private static double[] Rebuilt(JsonElement network, SafeTensorsReader file, int task, float[] row)
    {
        var own = network.GetProperty("tasks")[task];
        string name = own.GetProperty("head").GetString()!;
        double[] Of(string key) => [.. own.GetProperty(key).EnumerateArray().Select(value => value.GetDouble())];
        double[] x = [.. row.Select((value, i) => (value - Of("observationOffset")[i]) / Of("observationScale")[i])];
        for (int layer = 0; layer < network.GetProperty("hidden").GetArrayLength(); layer++)
        {
            x = Linear(file, layer == 0 ? $"encoder.{name}" : $"trunk.{layer}", x);
            double mean = x.Average(), deviation = Math.Sqrt(x.Average(a => (a - mean) * (a - mean)) + network.GetProperty("layerNormEpsilon").GetDouble());
            float[] gain = Tensor(file, $"trunk.{layer}.norm.weight"), shift = Tensor(file, $"trunk.{layer}.norm.bias");
            x = [.. x.Select((a, i) => Math.Max(0, (a - mean) / deviation * gain[i] + shift[i]))];
        }
        Assert.That(network.GetProperty("activation").GetString(), Is.EqualTo("relu"));
        return Linear(file, $"head.{name}", x);
    }

    private static double[] Linear(SafeTensorsReader file, string part, double[] x)
    {
        float[] weight = Tensor(file, $"{part}.weight"), bias = Tensor(file, $"{part}.bias");
        return [.. bias.Select((b, output) => b + x.Select((a, input) => a * weight[output * x.Length + input]).Sum())];
    }

    private static float[] Tensor(SafeTensorsReader file, string name)
    {
        var values = new float[file.LengthOf(name)];
        file.Read<float>(name, values);
        return values;
    }

    private static void AssertSameValues(TrialPlayer trial, int task, Func<float[], double[]> compute)
    {
        using var learner = trial.LoadLearner(best: false);
        var random = new RandomGenerator(3);
        var values = new float[((IActionValuePolicy)learner.Policy).ActionCount(task)];
        for (int i = 0; i < 20; i++)
        {
            float[] row = [.. Enumerable.Range(0, trial.Trial.Tasks[task].Spec.Environment.ObservationSpace.ElementSize).Select(_ => (float)random.Uniform(-1, 1))];
            learner.Policy.ActionValues(task, row, values);
            Assert.That(compute(row), Is.EqualTo(values.Select(value => (double)value)).Within(Tolerance));
        }
    }

    private TrialPlayer Train(string options, params string[] environments) => Train(options, [.. environments.Select(id => new TaskOptions { Environment = id })]);

    private TrialPlayer Train(string options, params TaskOptions[] tasks)
    {
        var hub = new HubOptions
        {
            Suites = new Dictionary<string, SuiteOptions> { ["s"] = new() { Tasks = tasks } },
            Experiments = new Dictionary<string, ExperimentOptions>
            {
                ["e"] = new()
                {
                    Suite = "s",
                    Steps = 1300,
                    Seeds = 1,
                    Evaluation = new() { Points = 1, Episodes = 1, FinalEpisodes = 1 },
                    Arms = new Dictionary<string, ArmOptions> { ["a"] = new() { Learner = "multitask-dqn", Options = JsonElement.Parse(options) } },
                },
            },
        };
        var (folder, results) = Run(ExperimentPlanner.Plan(hub, Native, "e", new()));
        Assert.That(results.Single().Status, Is.EqualTo(TrialState.Finished), results.Single().Reason);
        _folder = Path.Combine(folder.Path, "a", "seed-1");
        return TrialPlayer.Open(_folder, Native);
    }
}
