namespace EnvHub.Learning.Tests;

/// <summary>Q(λ) targets against the forward view: a mean of n-step returns, each written out.</summary>
public sealed class LambdaTargetsTests
{
    private const int Steps = 7, Copies = 3;
    private const double Discount = 0.9;

    [TestCase(0)]
    [TestCase(0.3)]
    [TestCase(0.95)]
    [TestCase(1)]
    public void Compute_AnyLambda_IsTheWeightedMeanOfNStepReturns(double lambda)
    {
        var random = new RandomGenerator(4);
        float[] rewards = Draw(random), values = Draw(random), targets = new float[Steps * Copies];
        bool[] ends = [.. Enumerable.Range(0, Steps * Copies).Select(_ => random.NextDouble() < 0.2)];
        LambdaTargets.Compute(rewards, values, ends, Copies, Discount, lambda, targets);
        Assert.That(targets, Is.EqualTo(Enumerable.Range(0, targets.Length).Select(index => Forward(rewards, values, ends, lambda, index))).Within(1e-6));
    }

    // By hand: 1 + 0.9 (0.5 * 10 + 0.5 * y), y = 2 + 0.9 * 20.
    [Test]
    public void Compute_TwoSteps_IsAsByHand()
    {
        var targets = new float[2];
        LambdaTargets.Compute([1, 2], [10, 20], [false, false], copies: 1, Discount, lambda: 0.5, targets);
        Assert.That(targets, Is.EqualTo(new[] { 1 + 0.9 * (0.5 * 10 + 0.5 * 20), 20 }).Within(1e-6));
    }

    // (1 - λ) Σ λⁿ⁻¹ G⁽ⁿ⁾, and all the weight that is left on the last.
    private static double Forward(float[] rewards, float[] values, bool[] ends, double lambda, int index)
    {
        double sum = 0, result = 0, weight = 1, discount = 1;
        for (int i = index; ; i += Copies)
        {
            sum += discount * rewards[i];
            discount *= Discount;
            bool isLast = ends[i] || i + Copies >= rewards.Length;
            result += (isLast ? weight : weight * (1 - lambda)) * (sum + discount * values[i]);
            if (isLast) return result;
            weight *= lambda;
        }
    }

    private static float[] Draw(RandomGenerator random) => [.. Enumerable.Range(0, Steps * Copies).Select(_ => (float)random.NextDouble() * 2 - 1)];
}
