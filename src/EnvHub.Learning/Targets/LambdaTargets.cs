namespace EnvHub.Learning;

/// <summary>Q(λ): what action values are moved towards where whole stretches of experience are at hand.</summary>
public static class LambdaTargets
{
    /// <summary><c>yₜ = rₜ + γ ((1 - λ) vₜ + λ yₜ₊₁)</c>, and <c>yₜ = rₜ + γ vₜ</c> where an episode ends or the stretch does.</summary>
    /// <param name="rewards">r, shape <c>[T, N]</c>, step by step.</param>
    /// <param name="values">v, the worth of what came after: <c>maxₐ Q(s′, a)</c>, 0 after a task's end; shape <c>[T, N]</c>.</param>
    /// <param name="ends">Whether the episode ended with the step, by the task or by a limit; shape <c>[T, N]</c>.</param>
    /// <param name="copies">N.</param>
    /// <param name="discount">γ.</param>
    /// <param name="lambda">λ, [0, 1]: 0 looks one step ahead, 1 to the end.</param>
    /// <param name="targets">Receives y, shape <c>[T, N]</c>.</param>
    /// <remarks>Actions that explored are not cut out (Peng's Q(λ)). Source: Peng and Williams (1996); Gallici et al. (2025), Simplifying Deep Temporal
    /// Difference Learning.</remarks>
    public static void Compute(
        ReadOnlySpan<float> rewards, ReadOnlySpan<float> values, ReadOnlySpan<bool> ends, int copies, double discount, double lambda, Span<float> targets)
    {
        for (int i = targets.Length - 1; i >= 0; i--)
        {
            int next = i + copies;
            double ahead = next >= targets.Length || ends[i] ? values[i] : (1 - lambda) * values[i] + lambda * targets[next];
            targets[i] = (float)(rewards[i] + discount * ahead);
        }
    }
}
