namespace EnvHub.Learning;

/// <summary>Transitions drawn from a <see cref="ReplayBuffer"/>; preallocated, overwritten by each draw.</summary>
/// <remarks>Element i means: from <c>Observations[i]</c> the action <c>Actions[i]</c> earned <c>Rewards[i]</c> over up to n steps and led to
/// <c>NextObservations[i]</c>, whose value counts <c>Discounts[i]</c>.</remarks>
public sealed class ReplayBatch
{
    private readonly float[] _observations, _nextObservations, _rewards, _discounts;
    private readonly int[] _actions;
    private readonly bool[] _nextActionMasks;

    /// <param name="count">Transitions, B; at least 1.</param>
    /// <param name="observationSize">Numbers per observation, n.</param>
    /// <param name="maskSize">Flags per action mask, A; 0 for no masks.</param>
    public ReplayBatch(int count, int observationSize, int maskSize = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(observationSize, 1);
        (_observations, _nextObservations) = (new float[count * observationSize], new float[count * observationSize]);
        (_rewards, _discounts, _actions) = (new float[count], new float[count], new int[count]);
        _nextActionMasks = new bool[count * maskSize];
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

    /// <summary>Which actions are possible in <see cref="NextObservations"/>, shape <c>[B, A]</c>; empty: all.</summary>
    public Span<bool> NextActionMasks => _nextActionMasks;
}
