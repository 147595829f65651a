using BenchmarkDotNet.Attributes;
using EnvHub.Contracts;
using EnvHub.Envs.ClassicControl;
using EnvHub.Envs.ToyText;
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
    private int[][] _discrete = null!;
    private float[][] _elements = null!;
    private int _round;

    [Params("CartPole-v1", "MountainCar-v0", "MountainCarContinuous-v0", "Acrobot-v1", "Pendulum-v1",
        "FrozenLake-v1", "FrozenLake8x8-v1", "CliffWalking-v1", "CliffWalkingSlippery-v1", "Taxi-v4", "Blackjack-v1")]
    public string Id { get; set; } = "";

    [Params(64, 1024)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        (_together, _alone) = (Create(Count), [.. Enumerable.Range(0, Count).Select(_ => Create(1))]);
        (_arena, _single) = (new StepArena(_together), new StepArena(_alone[0]));
        var random = new RandomGenerator(1);
        _elements = [.. Enumerable.Range(0, Rounds).Select(_ => Draw(random))];
        _discrete = [.. _elements.Select(actions => Array.ConvertAll(actions, action => (int)action))];
        ulong[] seeds = [.. Enumerable.Range(0, Count).Select(i => (ulong)i)];
        _together.Reset(seeds, _arena.Observations);
        for (int i = 0; i < Count; i++) _alone[i].Reset([seeds[i]], _single.Observations);
    }

    [Benchmark(Baseline = true)]
    public void OneByOne()
    {
        int round = NextRound();
        for (int i = 0; i < _alone.Length; i++) _alone[i].Step(Actions(round, i, 1), _single.Buffers);
    }

    [Benchmark]
    public void Together() => _together.Step(Actions(NextRound(), 0, Count), _arena.Buffers);

    private int NextRound() => _round++ & (Rounds - 1);

    // Every action here is one number.
    private ActionBatch Actions(int round, int first, int count) => _together.Spec.ActionSpace is DiscreteSpace
        ? new(_discrete[round].AsSpan(first, count))
        : new(_elements[round].AsSpan(first, count));

    private float[] Draw(RandomGenerator random)
    {
        var actions = new float[Count];
        for (int i = 0; i < Count; i++) _together.Spec.ActionSpace.SampleElements(random, actions.AsSpan(i, 1));
        return actions;
    }

    private IVectorEnvironment Create(int count) => Id switch
    {
        "CartPole-v1" => new CartPole(count),
        "MountainCar-v0" => new MountainCar(count),
        "MountainCarContinuous-v0" => new MountainCarContinuous(count),
        "Acrobot-v1" => new Acrobot(count),
        "Pendulum-v1" => new Pendulum(count),
        "FrozenLake-v1" => new FrozenLake(count),
        "FrozenLake8x8-v1" => new FrozenLake(count, isLarge: true),
        "CliffWalking-v1" => new CliffWalking(count),
        "CliffWalkingSlippery-v1" => new CliffWalking(count, isSlipperyByDefault: true),
        "Taxi-v4" => new Taxi(count),
        _ => new Blackjack(count),
    };
}
