using BenchmarkDotNet.Attributes;
using EnvHub.Contracts;
using EnvHub.Envs.ClassicControl;
using EnvHub.Numerics;

namespace EnvHub.Benchmarks;

/// <summary>Cost of one step of all copies under random actions, checks and resets included. Read Ratio and Allocated; nanoseconds belong
/// to the machine.</summary>
[MemoryDiagnoser]
public class StepBenchmark
{
    private const int Rounds = 64;

    private IVectorEnvironment _together = null!;
    private IVectorEnvironment[] _alone = null!;
    private StepArena _arena = null!, _single = null!;
    private int[][] _actions = null!;
    private int _round;

    [Params("CartPole-v1", "MountainCar-v0", "Acrobot-v1")]
    public string Id { get; set; } = "";

    [Params(64, 1024)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        (_together, _alone) = (Create(Count), [.. Enumerable.Range(0, Count).Select(_ => Create(1))]);
        (_arena, _single) = (new StepArena(_together), new StepArena(_alone[0]));
        var random = new RandomGenerator(1);
        int choices = ((DiscreteSpace)_together.Spec.ActionSpace).Count;
        _actions = [.. Enumerable.Range(0, Rounds).Select(_ => Enumerable.Range(0, Count).Select(_ => (int)random.Integers(choices)).ToArray())];
        ulong[] seeds = [.. Enumerable.Range(0, Count).Select(i => (ulong)i)];
        _together.Reset(seeds, _arena.Observations);
        for (int i = 0; i < Count; i++) _alone[i].Reset([seeds[i]], _single.Observations);
    }

    [Benchmark(Baseline = true)]
    public void OneByOne()
    {
        int[] actions = NextActions();
        for (int i = 0; i < _alone.Length; i++) _alone[i].Step(new ActionBatch(actions.AsSpan(i, 1)), _single.Buffers);
    }

    [Benchmark]
    public void Together() => _together.Step(NextActions(), _arena.Buffers);

    private int[] NextActions() => _actions[_round++ & (Rounds - 1)];

    private IVectorEnvironment Create(int count) => Id switch
    {
        "CartPole-v1" => new CartPole(count),
        "MountainCar-v0" => new MountainCar(count),
        _ => new Acrobot(count),
    };
}
