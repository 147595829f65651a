using System.Diagnostics;
using System.Text.Json.Nodes;
using EnvHub.Numerics;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>Times the update of four networks (forward, mean squared error, backward, Adam) on one thread: the embedded engine beside libtorch, in turns.</summary>
internal static class NetworksBench
{
    private const int Repeats = 7, PeakSize = 192;
    private const float LearningRate = 1e-4f;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly ActivationSpec Relu = new(Activation.Relu);

    /// <summary>The networks, as published: CleanRL's, a wider one, a small convolution, and that of DQN in Nature (2015).</summary>
    public static IReadOnlyList<BenchedNetwork> Networks { get; } =
    [
        new("4-120-84-2", 128, new() { Heads = [new("cart", 4, 2)], Hidden = [120, 84] }),
        new("4-256-256-2", 128, new() { Heads = [new("cart", 4, 2)], Hidden = [256, 256] }),
        new("small convolution", 64, new()
        {
            Heads = [new("board", TensorShape.Image(8, 8, 4), 5)],
            Layers = new() { Encoder = [new ConvolutionSpec(32, 3, Padding: 1), Relu, new FlattenSpec()], Trunk = [new LinearSpec(128), Relu] },
        }),
        new("Nature", 32, new()
        {
            Heads = [new("screen", TensorShape.Image(84, 84, 4), 6)],
            Layers = new()
            {
                Encoder = [new ConvolutionSpec(32, 8, 4), Relu, new ConvolutionSpec(64, 4, 2), Relu, new ConvolutionSpec(64, 3), Relu, new FlattenSpec()],
                Trunk = [new LinearSpec(512), Relu],
            },
        }),
    ];

    /// <param name="embedded">The hub's own engine.</param>
    /// <param name="torch">libtorch's, with channels last and with channels first; null where it is not there.</param>
    /// <param name="seconds">Of one measurement.</param>
    /// <param name="tell">Told what is being measured.</param>
    public static NetworksReport Run(INetworkBackend embedded, (INetworkBackend Last, INetworkBackend First)? torch, double seconds, Action<string> tell)
    {
        double peak = Peak(seconds);
        tell("Python's PyTorch");
        var python = OfPython(seconds);
        var speeds = new List<NetworkUpdateSpeed>();
        foreach (var network in Networks)
        {
            tell(network.Name);
            INetworkBackend[] backends = torch is { } both ? [embedded, both.Last, both.First] : [embedded];
            var updates = backends.Select(backend => new Update(network, backend)).ToArray();
            // The first round warms all up.
            double[][] rounds = [.. Enumerable.Range(0, Repeats + 1).Select(_ => updates.Select(update => Time(update, seconds)).ToArray()).Skip(1)];
            foreach (var update in updates) update.Dispose();
            speeds.Add(new(network.Name, Median(0)!.Value, Median(1), Median(2), (double?)python?[network.Name], 1e6 * network.Operations / peak));

            double? Median(int backend) => backend < backends.Length ? Timing.Median([.. rounds.Select(round => round[backend])]) : null;
        }
        return new(speeds, peak / 1e9, (string?)python?["torch"]);
    }

    private static double Time(Update update, double seconds)
    {
        var clock = Stopwatch.StartNew();
        int updates = 0;
        for (; updates == 0 || clock.Elapsed.TotalSeconds < seconds; updates++) update.Step();
        return clock.Elapsed.TotalMicroseconds / updates;
    }

    // Operations per second of the product kernel at its best: a matrix that stays in the cache.
    private static double Peak(double seconds)
    {
        AlignedBuffer x = new(PeakSize * PeakSize), w = new(PeakSize * PeakSize), y = new(PeakSize * PeakSize), bias = new(PeakSize);
        double best = 0;
        for (int repeat = 0; repeat <= 2 * Repeats; repeat++)
        {
            var clock = Stopwatch.StartNew();
            int products = 0;
            for (; products == 0 || clock.Elapsed.TotalSeconds < seconds / 4; products++)
                MatrixProducts.Multiply(new(x.Span, PeakSize, PeakSize), new(w.Span, PeakSize, PeakSize), bias.Span, new(y.Span, PeakSize, PeakSize));
            best = Math.Max(best, 2.0 * PeakSize * PeakSize * PeakSize * products / clock.Elapsed.TotalSeconds);
        }
        return best;
    }

    private static JsonNode? OfPython(double seconds)
    {
        if (PythonLocator.Search().Select(finding => finding.Python).FirstOrDefault(python => python?.Torch is not null) is not { } python) return null;
        var text = python.Run(EmbeddedProgram.Read("torch_networks.py"), Longest, $"{Repeats}", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return text is null ? null : JsonNode.Parse(text);
    }

    private sealed class Update : IDisposable
    {
        private readonly INetwork _network;
        private readonly IOptimizer _optimizer;
        private readonly float[] _inputs, _outputs, _targets, _slopes;

        public Update(BenchedNetwork benched, INetworkBackend backend)
        {
            var random = new RandomGenerator(1);
            _network = backend.Create(benched.Spec, random);
            _optimizer = backend.CreateOptimizer(new OptimizerOptions(), _network.Parameters.Length);
            var head = benched.Spec.Heads[0];
            _inputs = Draw(random, benched.Batch * head.InputSize);
            _targets = Draw(random, benched.Batch * head.OutputSize);
            (_outputs, _slopes) = (new float[_targets.Length], new float[_targets.Length]);
        }

        public void Step()
        {
            _network.Forward(0, _inputs, _outputs);
            for (int i = 0; i < _slopes.Length; i++) _slopes[i] = 2f / _slopes.Length * (_outputs[i] - _targets[i]);
            _network.Gradients.Clear();
            _network.Backward(0, _slopes);
            _optimizer.Step(_network.Parameters, _network.Gradients, LearningRate);
        }

        public void Dispose()
        {
            _network.Dispose();
            (_optimizer as IDisposable)?.Dispose();
        }

        private static float[] Draw(RandomGenerator random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.Uniform(0, 1))];
    }
}
