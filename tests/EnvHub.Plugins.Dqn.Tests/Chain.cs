namespace EnvHub.Plugins.Dqn.Tests;

/// <summary>A corridor of states 0 to <c>length</c>; left and right by one, the wall at 0 holds. Reaching the last state earns 1 and
/// terminates; every third step truncates. So <c>Q*(s, right) = γ^(length - 1 - s)</c> and
/// <c>Q*(s, left) = γ·Q*(max(s - 1, 0), right)</c>.</summary>
internal sealed class Chain(int length, ulong seed)
{
    public const double Discount = 0.9;
    private const int StepLimit = 3;
    private readonly RandomGenerator _random = new(seed);
    private readonly float[] _observation = new float[1], _next = new float[1];
    private readonly double[] _reward = new double[1];
    private readonly bool[] _terminated = new bool[1], _truncated = new bool[1];
    private readonly int[] _action = new int[1];
    private int _steps = StepLimit;

    public TaskSpec Task { get; } = new()
    {
        Name = $"chain-{length}",
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse($"Chain{length}"), ObservationSpace = new DiscreteSpace(length + 1), ActionSpace = new DiscreteSpace(2),
        },
    };

    public void Round(ILearner learner, int task)
    {
        if (_steps == StepLimit || _terminated[0]) (_next[0], _steps) = (_random.Integers(length), 0);
        _observation[0] = _next[0];
        learner.Act(task, _observation, _action);
        _next[0] = Math.Max(_observation[0] + (_action[0] == 1 ? 1 : -1), 0);
        (_terminated[0], _truncated[0]) = (_next[0] == length, ++_steps == StepLimit);
        _reward[0] = _terminated[0] ? 1 : 0;
        learner.Observe(task, new TransitionBatch
        {
            Observations = _observation, Actions = _action, Rewards = _reward, NextObservations = _next, Terminated = _terminated, Truncated = _truncated,
        });
    }

    /// <summary>Q*, shape <c>[length, 2]</c>: left, right.</summary>
    public double[] OptimalValues => [.. Enumerable.Range(0, length).SelectMany(state => new[] { Discount * Best(Math.Max(state - 1, 0)), Best(state) })];

    public float[] LearnedValues(IPolicy policy, int task)
    {
        var values = new float[length * 2];
        policy.ActionValues(task, [.. Enumerable.Range(0, length).Select(state => (float)state)], values);
        return values;
    }

    private double Best(int state) => Math.Pow(Discount, length - 1 - state);
}
