using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.TestKit;

/// <summary>A learner's walk in a corridor of states 0 to <c>length</c>: one action goes right, any other left, and the wall at 0 holds. Reaching the
/// last state earns 1 and terminates; every <c>stepLimit</c>-th step truncates. Episodes begin in a state drawn at random.</summary>
public sealed class CorridorWalk(int length, int stepLimit, int rightAction, ulong seed)
{
    private readonly RandomGenerator _random = new(seed);
    private readonly float[] _observation = new float[1], _next = new float[1];
    private readonly double[] _reward = new double[1];
    private readonly bool[] _terminated = new bool[1], _truncated = new bool[1];
    private readonly int[] _action = new int[1];
    private int _steps;
    private bool _isOver = true;

    /// <summary>What to act on, shape <c>[1]</c>.</summary>
    public ReadOnlySpan<float> Observation => _observation;

    /// <summary>Where the learner puts its action, shape <c>[1]</c>.</summary>
    public Span<int> Action => _action;

    /// <summary>What the last <see cref="Move"/> led to.</summary>
    public TransitionBatch Transitions => new()
    {
        Observations = _observation, Actions = _action, Rewards = _reward, NextObservations = _next, Terminated = _terminated, Truncated = _truncated,
    };

    /// <summary>One step of a learner that learns when all of its tasks have stepped.</summary>
    public void Step(ILearner learner, int task)
    {
        ArgumentNullException.ThrowIfNull(learner);
        Begin();
        learner.Act(task, _observation, _action);
        Move();
        learner.Observe(task, Transitions);
    }

    /// <summary>Shows the next observation; of a new episode where one has ended.</summary>
    public void Begin()
    {
        if (_isOver) (_next[0], _steps) = (_random.Integers(length), 0);
        _observation[0] = _next[0];
    }

    /// <summary>Takes the action.</summary>
    public void Move()
    {
        _next[0] = Math.Max(_observation[0] + (_action[0] == rightAction ? 1 : -1), 0);
        (_terminated[0], _truncated[0]) = (_next[0] == length, ++_steps == stepLimit);
        _reward[0] = _terminated[0] ? 1 : 0;
        _isOver = _terminated[0] || _truncated[0];
    }
}
