using EnvHub.Numerics;

namespace EnvHub.Learning;

/// <summary>What a teacher's action values say about actions, as probabilities.</summary>
public static class TeacherDistribution
{
    /// <summary>Replaces values by <c>softmax(q/τ)</c>.</summary>
    /// <param name="values">Shape <c>[B, A]</c>, finite.</param>
    /// <param name="actionCount">A.</param>
    /// <param name="temperature">τ, above 0; small sharpens. It acts on values in the teacher's units.</param>
    public static void Soft(Span<float> values, int actionCount, double temperature) => Softmax.Rows(values, actionCount, temperature);

    /// <summary>Replaces values by 1 for the highest of each row (the first of equals) and 0 for the others.</summary>
    /// <param name="values">Shape <c>[B, A]</c>.</param>
    /// <param name="actionCount">A.</param>
    public static void Hard(Span<float> values, int actionCount)
    {
        for (; !values.IsEmpty; values = values[actionCount..])
        {
            int best = Greedy.ArgMax(values[..actionCount]);
            values[..actionCount].Clear();
            values[best] = 1;
        }
    }
}
