namespace EnvHub.Numerics.Tests;

/// <summary>Each rule at every vector width against its textbook form in double precision.</summary>
[TestFixtureSource(typeof(KernelData), nameof(KernelData.Widths))]
public sealed class OptimizerStepsTests(int width)
{
    private const int Count = 37;
    private const double Tolerance = 2e-6, Scale = 0.5, Rate = 0.01, Decay = 0.1, Epsilon = 1e-3;

    private readonly LaneWidth _width = (LaneWidth)width;

    private readonly float[] _parameters = KernelData.Draw(Count, 1), _gradients = KernelData.Draw(Count, 2);
    private readonly float[] _first = KernelData.Draw(Count, 3), _second = [.. KernelData.Draw(Count, 4).Select(value => value * value + 1)];

    [Test]
    public void Adam_OneStep_MatchesItsFormula()
    {
        float[] p = [.. _parameters], m = [.. _first], v = [.. _second];
        AdamStep step = new()
        {
            Beta1 = 0.9, Beta2 = 0.99, Epsilon = Epsilon, StepSize = Rate, RootCorrection = 0.7, GradientScale = (float)Scale, WeightDecay = Decay, Decay = 0.95,
        };
        OptimizerSteps.Adam(p, _gradients, m, v, step, _width);
        for (int i = 0; i < Count; i++)
        {
            double g = Scale * _gradients[i] + Decay * _parameters[i], mean = 0.9 * _first[i] + 0.1 * g, square = 0.99 * _second[i] + 0.01 * g * g;
            double expected = 0.95 * _parameters[i] - Rate * mean / (Math.Sqrt(square) / 0.7 + Epsilon);
            Assert.That(new double[] { m[i], v[i], p[i] }, Is.EqualTo(new[] { mean, square, expected }).Within(Tolerance));
        }
    }

    [Test]
    public void RmsProp_CentredWithMomentum_MatchesItsFormula()
    {
        float[] p = [.. _parameters], s = [.. _second], m = [.. _first], u = KernelData.Draw(Count, 5), before = [.. u];
        RmsPropStep step = new() { Alpha = 0.9, Epsilon = Epsilon, LearningRate = Rate, Momentum = 0.8, GradientScale = (float)Scale, WeightDecay = Decay };
        OptimizerSteps.RmsProp(p, _gradients, new() { Squares = s, Means = m, Velocity = u }, step, _width);
        for (int i = 0; i < Count; i++)
        {
            double g = Scale * _gradients[i] + Decay * _parameters[i], square = 0.9 * _second[i] + 0.1 * g * g, mean = 0.9 * _first[i] + 0.1 * g;
            double speed = 0.8 * before[i] + g / (Math.Sqrt(square - mean * mean) + Epsilon);
            Assert.That(new double[] { s[i], m[i], u[i], p[i] }, Is.EqualTo(new[] { square, mean, speed, _parameters[i] - Rate * speed }).Within(Tolerance));
        }
    }

    [Test]
    public void RmsProp_Plain_MatchesItsFormula()
    {
        float[] p = [.. _parameters], s = [.. _second];
        OptimizerSteps.RmsProp(p, _gradients, new() { Squares = s }, new() { Alpha = 0.9, Epsilon = Epsilon, LearningRate = Rate }, _width);
        for (int i = 0; i < Count; i++)
        {
            double g = _gradients[i], square = 0.9 * _second[i] + 0.1 * g * g;
            Assert.That(p[i], Is.EqualTo(_parameters[i] - Rate * g / (Math.Sqrt(square) + Epsilon)).Within(Tolerance));
        }
    }

    [Test]
    public void RmsProp_GradientsStayZero_LeavesNoSubnormals()
    {
        float[] p = [.. _parameters], s = [.. _second], m = [.. _first], u = KernelData.Draw(Count, 5), none = new float[Count];
        for (int step = 0; step < 2000; step++)
            OptimizerSteps.RmsProp(p, none, new() { Squares = s, Means = m, Velocity = u }, new() { Alpha = 0.9, Epsilon = Epsilon, LearningRate = Rate, Momentum = 0.9 }, _width);
        Assert.That(s.Concat(m).Concat(u).Where(float.IsSubnormal), Is.Empty);
    }

    [Test]
    public void Adam_GradientsStayZero_LeavesNoSubnormals()
    {
        float[] p = [.. _parameters], m = [.. _first], v = [.. _second], none = new float[Count];
        for (int step = 0; step < 2000; step++)
            OptimizerSteps.Adam(p, none, m, v, new() { Beta1 = 0.9, Beta2 = 0.9, Epsilon = Epsilon, StepSize = Rate, RootCorrection = 1, Decay = 1 }, _width);
        Assert.That(m.Concat(v).Where(float.IsSubnormal), Is.Empty);
    }

    [Test]
    public void Descend_WithMomentum_MatchesItsFormula()
    {
        float[] p = [.. _parameters], u = [.. _first];
        OptimizerSteps.Descend(p, _gradients, u, new() { LearningRate = Rate, Momentum = 0.9, GradientScale = (float)Scale, WeightDecay = Decay }, _width);
        for (int i = 0; i < Count; i++)
        {
            double speed = 0.9 * _first[i] + Scale * _gradients[i] + Decay * _parameters[i];
            Assert.That(new double[] { u[i], p[i] }, Is.EqualTo(new[] { speed, _parameters[i] - Rate * speed }).Within(Tolerance));
        }
    }

    [Test]
    public void Adam_LengthsDiffer_Throws() => Assert.That(
        () => OptimizerSteps.Adam(new float[2], new float[3], new float[2], new float[2], new AdamStep { Beta1 = 0, Beta2 = 0, Epsilon = 1, StepSize = 1, RootCorrection = 1 }),
        Throws.ArgumentException);
}
