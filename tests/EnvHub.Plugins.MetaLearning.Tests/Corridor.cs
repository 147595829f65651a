namespace EnvHub.Plugins.MetaLearning.Tests;

/// <summary>A corridor of states 0 to <c>length</c>, of at most <see cref="LongestLength"/>: one action goes right, the other left, and which is which
/// the observation does not tell. Reaching the last state earns 1 and terminates; every <see cref="StepLimit"/>-th step truncates.</summary>
/// <remarks>No one policy is good in a corridor and in its mirror image, so that a family of both is learned by adaptation alone.</remarks>
internal sealed class Corridor(int length, bool isMirrored, ulong seed)
{
    public const int LongestLength = 7;
    private const int StepLimit = 10;
    private readonly RandomGenerator _random = new(seed);
    private readonly float[] _observation = new float[1], _next = new float[1];
    private readonly double[] _reward = new double[1];
    private readonly bool[] _terminated = new bool[1], _truncated = new bool[1];
    private readonly int[] _action = new int[1];
    private int _steps = StepLimit;

    public TaskSpec Task { get; } = new()
    {
        Name = $"corridor-{length}-{isMirrored}-{seed}",
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse("Corridor"), ObservationSpace = new DiscreteSpace(LongestLength + 1), ActionSpace = new DiscreteSpace(2),
        },
    };

    /// <summary>One step of a learner of several tasks, which learns when all have stepped.</summary>
    public void Step(ILearner learner, int task)
    {
        Begin();
        learner.Act(task, _observation, _action);
        Move();
        learner.Observe(task, Transitions);
    }

    public void Step(InnerLearner learner)
    {
        Begin();
        learner.Act(_observation, _action);
        Move();
        learner.Observe(Transitions);
        learner.Learn();
    }

    /// <summary>Share of the states in which the greedy action goes right.</summary>
    public double ShareRight(IPolicy policy)
    {
        var actions = new int[length];
        policy.Act(0, [.. Enumerable.Range(0, length).Select(state => (float)state)], actions);
        return actions.Average(action => IsRight(action) ? 1.0 : 0);
    }

    private TransitionBatch Transitions => new()
    {
        Observations = _observation, Actions = _action, Rewards = _reward, NextObservations = _next, Terminated = _terminated, Truncated = _truncated,
    };

    private bool IsRight(int action) => action == 1 != isMirrored;

    private void Begin()
    {
        if (_steps == StepLimit || _terminated[0]) (_next[0], _steps) = (_random.Integers(length), 0);
        _observation[0] = _next[0];
    }

    private void Move()
    {
        _next[0] = Math.Max(_observation[0] + (IsRight(_action[0]) ? 1 : -1), 0);
        (_terminated[0], _truncated[0]) = (_next[0] == length, ++_steps == StepLimit);
        _reward[0] = _terminated[0] ? 1 : 0;
    }
}
