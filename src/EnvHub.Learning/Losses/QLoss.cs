namespace EnvHub.Learning;

/// <summary>Losses of action values against targets, mean over the batch, and their gradients in place.</summary>
/// <remarks>With <c>δ = Q(s, a) - y</c>. Each call replaces the values <c>[B, A]</c> by <c>∂L/∂Q</c>: zero but for the chosen actions.</remarks>
public static class QLoss
{
    /// <summary><c>L = 1/B Σ ½δ²</c> where |δ| ≤ κ, <c>κ(|δ| - ½κ)</c> elsewhere; <c>∂L/∂Q = clamp(δ, -κ, κ)/B</c>.</summary>
    /// <param name="values">Q(s, ·), shape <c>[B, A]</c>; replaced by the gradients.</param>
    /// <param name="actions">Shape <c>[B]</c>, each in [0, A).</param>
    /// <param name="targets">y, shape <c>[B]</c>.</param>
    /// <param name="delta">κ, above 0.</param>
    /// <param name="weights">What each row counts, shape <c>[B]</c>; empty: 1.</param>
    /// <remarks>Source: Huber (1964); PyTorch's <c>huber_loss</c>, which is <c>smooth_l1_loss</c> at κ = 1.</remarks>
    public static BatchLoss Huber(Span<float> values, ReadOnlySpan<int> actions, ReadOnlySpan<float> targets, float delta = 1, ReadOnlySpan<float> weights = default)
    {
        int actionCount = values.Length / actions.Length;
        double loss = 0, value = 0;
        for (int i = 0; i < actions.Length; i++)
        {
            float error = Take(values.Slice(i * actionCount, actionCount), actions[i], targets[i], ref value, out int chosen);
            float size = MathF.Abs(error);
            float weight = weights.IsEmpty ? 1 : weights[i];
            loss += weight * (size <= delta ? 0.5f * error * error : delta * (size - 0.5f * delta));
            values[i * actionCount + chosen] = weight * Math.Clamp(error, -delta, delta) / actions.Length;
        }
        return new((float)(loss / actions.Length), (float)(value / actions.Length));
    }

    /// <summary><c>L = 1/B Σ δ²</c>; <c>∂L/∂Q = 2δ/B</c>.</summary>
    /// <param name="values">Q(s, ·), shape <c>[B, A]</c>; replaced by the gradients.</param>
    /// <param name="actions">Shape <c>[B]</c>, each in [0, A).</param>
    /// <param name="targets">y, shape <c>[B]</c>.</param>
    /// <param name="weights">What each row counts, shape <c>[B]</c>; empty: 1.</param>
    /// <remarks>Source: PyTorch's <c>mse_loss</c>.</remarks>
    public static BatchLoss Mse(Span<float> values, ReadOnlySpan<int> actions, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights = default)
    {
        int actionCount = values.Length / actions.Length;
        double loss = 0, value = 0;
        for (int i = 0; i < actions.Length; i++)
        {
            float error = Take(values.Slice(i * actionCount, actionCount), actions[i], targets[i], ref value, out int chosen);
            float weight = weights.IsEmpty ? 1 : weights[i];
            loss += weight * (error * error);
            values[i * actionCount + chosen] = weight * (2 * error) / actions.Length;
        }
        return new((float)(loss / actions.Length), (float)(value / actions.Length));
    }

    private static float Take(Span<float> row, int action, float target, ref double value, out int chosen)
    {
        chosen = action;
        float taken = row[action];
        value += taken;
        row.Clear();
        return taken - target;
    }
}
