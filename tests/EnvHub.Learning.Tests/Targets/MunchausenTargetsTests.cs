namespace EnvHub.Learning.Tests;

public class MunchausenTargetsTests
{
    // The sum over a policy written out, three actions and a mask.
    [Test]
    public void Compute_ThreeActions_IsTheFormula()
    {
        var options = new MunchausenOptions { Weight = 0.7, Temperature = 0.5, Floor = -0.6 };
        float[] values = [1, 2, 0.5f, 0, 0, 3], next = [0.2f, -1, 1.5f, 2, 2, 2], targets = new float[2];
        bool[] masks = [true, true, true, true, false, true];
        MunchausenTargets.Compute(options, [0.25f, -1], [0.9f, 0.5f], values, [0, 1], next, targets, masks);
        Assert.That(targets[0], Is.EqualTo(0.25 + 0.7 * Math.Max(-0.6, 0.5 * Math.Log(Policy([1, 2, 0.5], 0.5)[0])) + 0.9 * Value([0.2, -1, 1.5], 0.5)).Within(1e-6));
        // ln π of the second: below the floor; one of three actions impossible.
        Assert.That(targets[1], Is.EqualTo(-1 - 0.7 * 0.6 + 0.5 * Value([2, 2], 0.5)).Within(1e-6));
    }

    [Test]
    public void Compute_NoWeightAndColdPolicy_IsTheMaximum()
    {
        float[] targets = new float[1];
        MunchausenTargets.Compute(new() { Weight = 0, Temperature = 1e-4 }, [1], [0.5f], [3, 1000], [0], [-2, 4], targets);
        Assert.That(targets[0], Is.EqualTo(1 + 0.5 * 4).Within(1e-6));
    }

    [Test]
    public void Compute_HugeValues_StaysFinite()
    {
        float[] targets = new float[1];
        MunchausenTargets.Compute(new(), [0], [1], [1e30f, -1e30f], [1], [1e30f, 1e30f], targets);
        Assert.That(targets[0], Is.EqualTo(1e30f));
    }

    private static double[] Policy(double[] values, double temperature)
    {
        double[] powers = [.. values.Select(value => Math.Exp(value / temperature))];
        return [.. powers.Select(power => power / powers.Sum())];
    }

    private static double Value(double[] values, double temperature) =>
        values.Zip(Policy(values, temperature)).Sum(pair => pair.Second * (pair.First - temperature * Math.Log(pair.Second)));
}
