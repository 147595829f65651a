using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using EnvHub.Contracts;
using EnvHub.Networks;
using EnvHub.Numerics;

namespace EnvHub.Benchmarks;

/// <summary>Acting and learning with CleanRL's network, 4-120-84-2. Read Ratio and Allocated; microseconds belong to the machine.</summary>
[MemoryDiagnoser, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public class NetworkBenchmark
{
    private const int Batch = 128, Inputs = 4, Outputs = 2;
    private const float LearningRate = 2.5e-4f;

    private readonly float[] _inputs = new float[Batch * Inputs], _outputs = new float[Batch * Outputs], _slopes = new float[Batch * Outputs];
    private INetwork _online = null!, _target = null!;
    private IOptimizer _optimizer = null!;
    private ScalarNetwork _scalar = null!, _scalarTarget = null!;

    /// <summary>Both sides start from the same kind of weights.</summary>
    [GlobalSetup]
    public void Setup()
    {
        NetworkSpec spec = new() { Heads = [new("CartPole-v1", Inputs, Outputs)], Hidden = [120, 84] };
        EmbeddedBackend backend = new();
        RandomGenerator random = new(1);
        (_online, _target) = (backend.Create(spec, random), backend.Create(spec, random));
        _optimizer = backend.CreateOptimizer(new OptimizerOptions(), _online.Parameters.Length);
        (_scalar, _scalarTarget) = (new([Inputs, 120, 84, Outputs], random), new([Inputs, 120, 84, Outputs], random));
        for (int i = 0; i < _inputs.Length; i++) _inputs[i] = (float)random.Uniform(-1, 1);
        for (int i = 0; i < _slopes.Length; i++) _slopes[i] = (float)random.Uniform(-0.01, 0.01);
    }

    /// <summary>One observation, loops over floats.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("forward of 1")]
    public void ForwardOneScalar() => _scalar.Forward(_inputs.AsSpan(0, Inputs), _outputs.AsSpan(0, Outputs));

    /// <summary>One observation.</summary>
    [Benchmark, BenchmarkCategory("forward of 1")]
    public void ForwardOne() => _online.Forward(0, _inputs.AsSpan(0, Inputs), _outputs.AsSpan(0, Outputs));

    /// <summary>Target and online forward, backward and Adam, loops over floats.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("update of 128")]
    public void UpdateScalar()
    {
        _scalarTarget.Forward(_inputs, _outputs);
        _scalar.Forward(_inputs, _outputs);
        _scalar.Backward(_slopes);
        _scalar.StepAdam(LearningRate);
    }

    /// <summary>Target and online forward, backward and Adam.</summary>
    [Benchmark, BenchmarkCategory("update of 128")]
    public void Update()
    {
        _target.Forward(0, _inputs, _outputs);
        _online.Forward(0, _inputs, _outputs);
        _online.Gradients.Clear();
        _online.Backward(0, _slopes);
        _optimizer.Step(_online.Parameters, _online.Gradients, LearningRate);
    }

    /// <summary>Frees the networks.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _online.Dispose();
        _target.Dispose();
    }
}
