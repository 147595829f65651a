namespace EnvHub.Learning;

/// <summary>What action values are moved towards. R is the (n-step) reward sum, d the bootstrap discount: γᵏ, or 0 after a task's end.</summary>
public static class QTargets
{
    /// <summary><c>y = R + d·maxₐ Q⁻(s′, a)</c>.</summary>
    /// <param name="rewards">R, shape <c>[B]</c>.</param>
    /// <param name="discounts">d, shape <c>[B]</c>.</param>
    /// <param name="nextValues">Q⁻(s′, ·) of the target network, shape <c>[B, A]</c>.</param>
    /// <param name="targets">Receives y, shape <c>[B]</c>, in the units of the rewards.</param>
    /// <remarks>Source: Mnih et al. (2015), Algorithm 1.</remarks>
    public static void MaxQ(ReadOnlySpan<float> rewards, ReadOnlySpan<float> discounts, ReadOnlySpan<float> nextValues, Span<float> targets) =>
        DoubleQ(rewards, discounts, nextValues, nextValues, targets);

    /// <summary><c>y = R + d·Q⁻(s′, argmaxₐ Q(s′, a))</c>: the online network chooses, the target network values.</summary>
    /// <param name="rewards">R, shape <c>[B]</c>.</param>
    /// <param name="discounts">d, shape <c>[B]</c>.</param>
    /// <param name="nextValues">Q⁻(s′, ·) of the target network, shape <c>[B, A]</c>.</param>
    /// <param name="nextChoices">Q(s′, ·) of the online network, shape <c>[B, A]</c>.</param>
    /// <param name="targets">Receives y, shape <c>[B]</c>, in the units of the rewards.</param>
    /// <remarks>Source: van Hasselt, Guez and Silver (2016), Double DQN.</remarks>
    public static void DoubleQ(
        ReadOnlySpan<float> rewards, ReadOnlySpan<float> discounts, ReadOnlySpan<float> nextValues, ReadOnlySpan<float> nextChoices,
        Span<float> targets)
    {
        int actions = nextValues.Length / targets.Length;
        for (int i = 0; i < targets.Length; i++)
        {
            int best = Greedy.ArgMax(nextChoices.Slice(i * actions, actions));
            targets[i] = rewards[i] + discounts[i] * nextValues[i * actions + best];
        }
    }
}
