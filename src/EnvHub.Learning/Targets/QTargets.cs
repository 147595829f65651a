namespace EnvHub.Learning;

/// <summary>What action values are moved towards. R is the (n-step) reward sum, d the bootstrap discount: γᵏ, or 0 after a task's end.</summary>
/// <remarks>Where masks say which actions are possible in s′, maximum and choice are over those alone: a value that no action can earn is
/// no target.</remarks>
public static class QTargets
{
    /// <summary><c>y = R + d·maxₐ Q⁻(s′, a)</c>.</summary>
    /// <param name="rewards">R, shape <c>[B]</c>.</param>
    /// <param name="discounts">d, shape <c>[B]</c>.</param>
    /// <param name="nextValues">Q⁻(s′, ·) of the target network, shape <c>[B, A]</c>.</param>
    /// <param name="targets">Receives y, shape <c>[B]</c>, in the units of the rewards.</param>
    /// <param name="nextMasks">Which actions are possible in s′, shape <c>[B, A]</c>; empty: all.</param>
    /// <remarks>Source: Mnih et al. (2015), Algorithm 1.</remarks>
    public static void MaxQ(
        ReadOnlySpan<float> rewards, ReadOnlySpan<float> discounts, ReadOnlySpan<float> nextValues, Span<float> targets,
        ReadOnlySpan<bool> nextMasks = default) =>
        DoubleQ(rewards, discounts, nextValues, nextValues, targets, nextMasks);

    /// <summary><c>y = R + d·Q⁻(s′, argmaxₐ Q(s′, a))</c>: the online network chooses, the target network values.</summary>
    /// <param name="rewards">R, shape <c>[B]</c>.</param>
    /// <param name="discounts">d, shape <c>[B]</c>.</param>
    /// <param name="nextValues">Q⁻(s′, ·) of the target network, shape <c>[B, A]</c>.</param>
    /// <param name="nextChoices">Q(s′, ·) of the online network, shape <c>[B, A]</c>.</param>
    /// <param name="targets">Receives y, shape <c>[B]</c>, in the units of the rewards.</param>
    /// <param name="nextMasks">Which actions are possible in s′, shape <c>[B, A]</c>; empty: all.</param>
    /// <remarks>Source: van Hasselt, Guez and Silver (2016), Double DQN.</remarks>
    public static void DoubleQ(
        ReadOnlySpan<float> rewards, ReadOnlySpan<float> discounts, ReadOnlySpan<float> nextValues, ReadOnlySpan<float> nextChoices,
        Span<float> targets, ReadOnlySpan<bool> nextMasks = default)
    {
        int actions = nextValues.Length / targets.Length;
        for (int i = 0; i < targets.Length; i++)
        {
            var mask = nextMasks.IsEmpty ? [] : nextMasks.Slice(i * actions, actions);
            int best = Greedy.ArgMax(nextChoices.Slice(i * actions, actions), mask);
            targets[i] = rewards[i] + discounts[i] * nextValues[i * actions + best];
        }
    }
}
