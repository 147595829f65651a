using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>Transitions drawn from a <see cref="ReplayBuffer"/>; preallocated, overwritten by each draw.</summary>
/// <remarks>Element i means: from <c>Observations[i]</c> the action <c>Actions[i]</c> earned <c>Rewards[i]</c> over up to n steps and led to
/// <c>NextObservations[i]</c>, whose value counts <c>Discounts[i]</c>.</remarks>
public sealed class ReplayBatch
{
    private readonly float[] _observations, _nextObservations, _rewards, _discounts;
    private readonly int[] _actions;
    private readonly bool[] _nextActionMasks;
    private readonly float[] _weights, _errors;   // [B]; empty where all are drawn alike
    private readonly int[] _indices;              // [B]: where they lie in the buffer
    private ReplayPriorities? _priorities;

    /// <param name="count">Transitions, B; at least 1.</param>
    /// <param name="observationSize">Numbers per observation, n.</param>
    /// <param name="maskSize">Actions that masks tell of, A; 0 without masks.</param>
    /// <param name="isPrioritized">Whether it is drawn by priorities.</param>
    public ReplayBatch(int count, int observationSize, int maskSize = 0, bool isPrioritized = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(observationSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(maskSize);
        (_observations, _nextObservations) = (new float[count * observationSize], new float[count * observationSize]);
        (_rewards, _discounts, _actions) = (new float[count], new float[count], new int[count]);
        _nextActionMasks = new bool[count * maskSize];
        int prioritized = isPrioritized ? count : 0;
        (_weights, _errors, _indices) = (new float[prioritized], new float[prioritized], new int[prioritized]);
    }

    /// <summary>How many transitions, B.</summary>
    public int Count => _actions.Length;

    /// <summary>Scaled, shape <c>[B, n]</c>.</summary>
    public Span<float> Observations => _observations;

    /// <summary>Shape <c>[B]</c>, each in [0, A).</summary>
    public Span<int> Actions => _actions;

    /// <summary>n-step sums <c>Σ γⁱ rᵢ</c>, shape <c>[B]</c>.</summary>
    public Span<float> Rewards => _rewards;

    /// <summary>Scaled, shape <c>[B, n]</c>.</summary>
    public Span<float> NextObservations => _nextObservations;

    /// <summary><c>γᵏ</c> after k steps, 0 where the task ended, shape <c>[B]</c>.</summary>
    public Span<float> Discounts => _discounts;

    /// <summary>Which actions are possible in the next observations, shape <c>[B, A]</c>; empty: all. All where the discount is 0.</summary>
    public Span<bool> NextActionMasks => _nextActionMasks;

    /// <summary>What each counts in the loss, (0, 1], shape <c>[B]</c>; empty where all are drawn alike.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>Says what the batch was found to err by, before it is drawn anew: the transitions' new priorities. Nothing where all are drawn alike.</summary>
    /// <param name="values">Q(s, ·), shape <c>[B, A]</c>.</param>
    /// <param name="targets">y, shape <c>[B]</c>.</param>
    public void Prioritize(ReadOnlySpan<float> values, ReadOnlySpan<float> targets)
    {
        if (_priorities is null) return;
        int actions = values.Length / Count;
        for (int i = 0; i < Count; i++) _errors[i] = MathF.Abs(values[i * actions + _actions[i]] - targets[i]);
        _priorities.Update(_indices, _errors);
    }

    /// <summary>Draws where the batch is to be read from.</summary>
    internal ReadOnlySpan<int> Draw(ReplayPriorities priorities, RandomGenerator random, int count, double progress)
    {
        _priorities = priorities;
        priorities.Draw(random, count, progress, _indices, _weights);
        return _indices;
    }
}
