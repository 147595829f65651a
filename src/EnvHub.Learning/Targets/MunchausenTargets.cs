namespace EnvHub.Learning;

/// <summary>Targets of Munchausen reinforcement learning: <c>y = R + α·max(l₀, τ ln π(a|s)) + d Σₐ′ π(a′|s′)(Q⁻(s′, a′) - τ ln π(a′|s′))</c> with <c>π = softmax(Q⁻ / τ)</c>.</summary>
/// <remarks>The sum is the soft value <c>τ ln Σ exp(Q⁻ / τ)</c>. Source: Vieillard, Pietquin and Geist (2020). Differs: R may be of n steps, of which the first alone has the term
/// of its action, and impossible actions in s′ have no probability.</remarks>
public static class MunchausenTargets
{
    /// <summary>Computes y.</summary>
    /// <param name="rewards">R, shape <c>[B]</c>.</param>
    /// <param name="discounts">d, shape <c>[B]</c>.</param>
    /// <param name="values">Q⁻(s, ·) of the target network, shape <c>[B, A]</c>.</param>
    /// <param name="actions">a, shape <c>[B]</c>.</param>
    /// <param name="nextValues">Q⁻(s′, ·) of the target network, shape <c>[B, A]</c>.</param>
    /// <param name="targets">Receives y, shape <c>[B]</c>.</param>
    /// <param name="nextMasks">Which actions are possible in s′, shape <c>[B, A]</c>; empty: all.</param>
    public static void Compute(
        MunchausenOptions options, ReadOnlySpan<float> rewards, ReadOnlySpan<float> discounts, ReadOnlySpan<float> values, ReadOnlySpan<int> actions,
        ReadOnlySpan<float> nextValues, Span<float> targets, ReadOnlySpan<bool> nextMasks = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        int count = values.Length / targets.Length;
        for (int i = 0; i < targets.Length; i++)
        {
            double certainty = values[i * count + actions[i]] - SoftValue(values.Slice(i * count, count), [], options.Temperature);
            double next = SoftValue(nextValues.Slice(i * count, count), nextMasks.IsEmpty ? [] : nextMasks.Slice(i * count, count), options.Temperature);
            targets[i] = (float)(rewards[i] + options.Weight * Math.Clamp(certainty, options.Floor, 0) + discounts[i] * next);
        }
    }

    // From the largest value, so that nothing overflows.
    private static double SoftValue(ReadOnlySpan<float> values, ReadOnlySpan<bool> mask, double temperature)
    {
        double largest = values[Greedy.ArgMax(values, mask)], sum = 0;
        for (int i = 0; i < values.Length; i++)
            if (mask.IsEmpty || mask[i]) sum += Math.Exp((values[i] - largest) / temperature);
        return largest + temperature * Math.Log(sum);
    }
}
