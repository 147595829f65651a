using BenchmarkDotNet.Attributes;
using EnvHub.Contracts;
using EnvHub.Envs.Gymnasium;
using Python.Runtime;

namespace EnvHub.Benchmarks;

/// <summary>A thousand steps of one CartPole-v1 in this process, beside a plain Python loop that the same library runs: Ratio 1 is what a bridge can reach. Takes a Python with Gymnasium, see
/// <c>envhub python setup</c>, and its shared library.</summary>
public class InProcessBenchmark : IDisposable
{
    private const int Steps = 1000;

    private const string Program = """
        import gymnasium
        def loop(actions, environment=gymnasium.make("CartPole-v1")):
            environment.reset(seed=1)
            for action in actions:
                _, _, terminated, truncated, _ = environment.step(action)
                if terminated or truncated:
                    environment.reset()
        """;

    private readonly int[][] _actions = new int[Steps][];
    private EmbeddedPython _python = null!;
    private PyObject _loop = null!, _list = null!;
    private GymnasiumVector _vector = null!;
    private StepArena _arena = null!;

    /// <summary>The interpreter, and an environment on either side.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Numerics.RandomGenerator(1);
        for (int i = 0; i < Steps; i++) _actions[i] = [(int)random.Integers(2)];
        _python = EmbeddedPython.Start("gymnasium/CartPole-v1", null);
        (_loop, _list) = _python.With(() =>
        {
            using var scope = Py.CreateScope();
            scope.Exec(Program);
            var list = new PyList([.. _actions.Select(action => (PyObject)new PyInt(action[0]))]);
            return (scope.Get("loop"), (PyObject)list);
        });
        _vector = new GymnasiumVector("CartPole-v1", 1, new() { Host = GymnasiumHost.InProcess });
        _arena = new StepArena(_vector);
        _vector.Reset([1], _arena.ResetBuffers);
    }

    /// <summary>Python alone.</summary>
    [Benchmark(Baseline = true)]
    public void PlainLoop() => _python.With(() =>
    {
        _loop.Invoke(_list).Dispose();
        return true;
    });

    /// <summary>From the hub.</summary>
    [Benchmark]
    public void FromTheHub()
    {
        foreach (int[] action in _actions) _vector.Step(action, _arena.Buffers);
    }

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _vector?.Dispose();
        GC.SuppressFinalize(this);
    }
}
