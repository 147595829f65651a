using System.Text.Json;

namespace EnvHub.Plugins.OnnxRuntime.Tests;

/// <summary>ONNX Runtime for tests, prepared in the checkout's <c>artifacts/onnx</c> where the machine names none; and the files that PyTorch exported.</summary>
internal static class RealOnnx
{
    private static readonly Lazy<string> Prepared = new(Prepare);
    private static readonly Lazy<JsonElement> Recorded = new(() => JsonElement.Parse(File.ReadAllText(Fixture("networks.json"))));

    /// <summary>The folder that was prepared.</summary>
    public static string Folder => Prepared.Value;

    /// <summary>What PyTorch and Gymnasium said of a network.</summary>
    public static JsonElement Facts(string name) => Recorded.Value.GetProperty(name);

    /// <summary>The numbers of a list.</summary>
    public static float[] Numbers(JsonElement facts, string name) => [.. facts.GetProperty(name).EnumerateArray().Select(number => number.GetSingle())];

    /// <summary>A file beside these tests.</summary>
    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    /// <summary>A network's file.</summary>
    public static byte[] Model(string name) => File.ReadAllBytes(Fixture($"{name}.onnx"));

    /// <summary>A learner that plays a file in one task.</summary>
    public static OnnxLearner Play(string name, TaskSpec task, OnnxOptions? options = null)
    {
        _ = Folder;
        return new(Context([task]), (options ?? new()) with { File = Fixture($"{name}.onnx") });
    }

    /// <summary>What the hub gives such a learner.</summary>
    public static LearnerContext Context(IReadOnlyList<TaskSpec> tasks) => new()
    {
        Tasks = tasks, Copies = 1, TotalSteps = 0, Random = new(1), Networks = new NoNetworks(), Sources = [],
    };

    private static string Prepare()
    {
        // Plugins and processes that these tests start find it too.
        string folder = Environment.GetEnvironmentVariable(OnnxPlaces.FolderVariable) ?? Path.Combine(CommandHub.Checkout, "artifacts", "onnx");
        Environment.SetEnvironmentVariable(OnnxPlaces.FolderVariable, folder);
        if (OnnxLibrary.Refusal() is not null)
            Task.Run(() => OnnxSetup.RunAsync(folder, again: false, TestContext.Progress.WriteLine, TimeProvider.System)).GetAwaiter().GetResult();
        return folder;
    }

    private sealed class NoNetworks : INetworkBackend
    {
        public INetwork Create(NetworkSpec spec, Numerics.RandomGenerator random) => throw new NotSupportedException();

        public ParameterVector CreateVector(int length) => throw new NotSupportedException();

        public IOptimizer CreateOptimizer(OptimizerOptions options, int parameterCount) => throw new NotSupportedException();
    }
}
