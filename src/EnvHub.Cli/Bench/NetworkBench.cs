using EnvHub.Numerics;

namespace EnvHub.Cli;

/// <summary>Times CleanRL's network: what acting and learning cost beside the environment.</summary>
internal static class NetworkBench
{
    private const int Inputs = 4, Actions = 2, Batch = 128;
    private const float Discount = 0.99f, LearningRate = 2.5e-4f;

    public static NetworkSpeed Run(INetworkBackend backend, BenchDurations durations)
    {
        using var update = new Update(backend);
        return new(1e6 / Timing.CallsPerSecond(durations, update.ForwardOne), 1e6 / Timing.CallsPerSecond(durations, update.Step));
    }

    // One update of DQN as CleanRL's: target forward, online forward, mean squared error, backward, Adam.
    private sealed class Update : IDisposable
    {
        private readonly INetwork _online, _target;
        private readonly IOptimizer _optimizer;
        private readonly float[] _observations = new float[Batch * Inputs], _next = new float[Batch * Inputs];
        private readonly float[] _values = new float[Batch * Actions], _nextValues = new float[Batch * Actions], _gradients = new float[Batch * Actions];

        public Update(INetworkBackend backend)
        {
            var spec = new NetworkSpec { Heads = [new HeadSpec("CartPole-v1", Inputs, Actions)], Hidden = [120, 84] };
            var random = new RandomGenerator(1);
            (_online, _target) = (backend.Create(spec, random), backend.Create(spec, random));
            _optimizer = backend.CreateOptimizer(new OptimizerOptions(), _online.Parameters.Length);
            for (int i = 0; i < _observations.Length; i++) (_observations[i], _next[i]) = ((float)random.Uniform(-1, 1), (float)random.Uniform(-1, 1));
        }

        public void ForwardOne() => _online.Forward(0, _observations.AsSpan(0, Inputs), _values.AsSpan(0, Actions));

        public void Step()
        {
            _target.Forward(0, _next, _nextValues);
            _online.Forward(0, _observations, _values);
            Array.Clear(_gradients);
            for (int i = 0; i < Batch; i++)
            {
                int chosen = i * Actions + (i & 1);
                float target = 1 + Discount * Math.Max(_nextValues[i * Actions], _nextValues[i * Actions + 1]);
                _gradients[chosen] = 2f / Batch * (_values[chosen] - target);
            }
            _online.Gradients.Clear();
            _online.Backward(0, _gradients);
            _optimizer.Step(_online.Parameters, _online.Gradients, LearningRate);
        }

        public void Dispose()
        {
            _online.Dispose();
            _target.Dispose();
        }
    }
}
