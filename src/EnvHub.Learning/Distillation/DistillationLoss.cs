using System.Numerics;
using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>Losses of a student's action values against what a teacher says of the same observations, mean over the batch, and their
/// gradients in place.</summary>
/// <remarks>Each call replaces the student's values <c>[B, A]</c> by <c>∂L/∂q</c>. With π the softmax of the student's values and p the
/// teacher's distribution. Losses and gradients are finite for all finite values, however far apart.</remarks>
public static class DistillationLoss
{
    /// <summary><c>L = 1/B Σ Σₐ pₐ ln(pₐ / πₐ)</c>; <c>∂L/∂q = (π - p)/(τB)</c>.</summary>
    /// <param name="values">q(s, ·) of the student, shape <c>[B, A]</c>; replaced by the gradients.</param>
    /// <param name="probabilities">p, shape <c>[B, A]</c>, each row of sum 1; see <see cref="TeacherDistribution"/>.</param>
    /// <param name="actionCount">A.</param>
    /// <param name="temperature">τ of the student, π = softmax(q/τ); 1 leaves its values as they are.</param>
    /// <returns>L, at least 0 but for rounding.</returns>
    /// <remarks>Source: Rusu et al. (2016), Policy Distillation, where the teacher alone has a temperature.</remarks>
    public static double Kl(Span<float> values, ReadOnlySpan<float> probabilities, int actionCount, double temperature = 1)
    {
        double entropies = 0;
        foreach (float p in probabilities)
            if (p > 0) entropies -= p * (double)MathF.Log(p);
        return CrossEntropy(values, probabilities, actionCount, temperature) - entropies * actionCount / values.Length;
    }

    /// <summary><c>L = -1/B Σ Σₐ pₐ ln πₐ</c>; <c>∂L/∂q = (π - p)/(τB)</c>. With all of p on the teacher's best action this is the negative
    /// log-likelihood of that action.</summary>
    /// <param name="values">q(s, ·) of the student, shape <c>[B, A]</c>; replaced by the gradients.</param>
    /// <param name="probabilities">p, shape <c>[B, A]</c>, each row of sum 1; see <see cref="TeacherDistribution"/>.</param>
    /// <param name="actionCount">A.</param>
    /// <param name="temperature">τ of the student, π = softmax(q/τ); 1 leaves its values as they are.</param>
    /// <returns>L, at least 0.</returns>
    /// <remarks>Source: Rusu et al. (2016), the loss called NLL.</remarks>
    public static double CrossEntropy(Span<float> values, ReadOnlySpan<float> probabilities, int actionCount, double temperature = 1)
    {
        RequireSameSize(values, probabilities);
        Softmax.LogRows(values, actionCount, temperature);
        double loss = 0;
        for (int i = 0; i < values.Length; i++) loss -= (double)probabilities[i] * values[i];
        int rows = values.Length / actionCount;
        Softmax.Exponentials(values);
        ToScaledDifference(values, probabilities, (float)(1 / (temperature * rows)));
        return loss / rows;
    }

    /// <summary><c>L = 1/B Σ Σₐ (qₐ - q⁺ₐ)²</c>; <c>∂L/∂q = 2(q - q⁺)/B</c>.</summary>
    /// <param name="values">q(s, ·) of the student, shape <c>[B, A]</c>; replaced by the gradients.</param>
    /// <param name="teacherValues">q⁺(s, ·), shape <c>[B, A]</c>.</param>
    /// <param name="actionCount">A.</param>
    /// <returns>L, at least 0.</returns>
    /// <remarks>Action values are in units of the return's deviation where the teacher normalised returns; the student's then are too.
    /// Source: Rusu et al. (2016), the loss called MSE: a sum over actions.</remarks>
    public static double Mse(Span<float> values, ReadOnlySpan<float> teacherValues, int actionCount)
    {
        RequireSameSize(values, teacherValues);
        double loss = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double difference = (double)values[i] - teacherValues[i];
            loss += difference * difference;
        }
        int rows = values.Length / actionCount;
        ToScaledDifference(values, teacherValues, 2f / rows);
        return loss / rows;
    }

    private static void ToScaledDifference(Span<float> values, ReadOnlySpan<float> targets, float scale)
    {
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
            ((new Vector<float>(values[i..]) - new Vector<float>(targets[i..])) * scale).CopyTo(values[i..]);
        for (; i < values.Length; i++) values[i] = (values[i] - targets[i]) * scale;
    }

    private static void RequireSameSize(ReadOnlySpan<float> values, ReadOnlySpan<float> targets)
    {
        if (values.Length != targets.Length) throw LearningErrors.TargetCount(values.Length, targets.Length);
    }
}
