namespace EnvHub.Learning.Tests;

/// <summary>Every method of weighing tasks, against a case computed by hand or a closed form in two dimensions.</summary>
public sealed class BalanceTests
{
    // Two gradients in the plane: angle between them, lengths.
    private static readonly object[] Pairs = [new object[] { 60.0, 1.0, 1.0 }, new object[] { 120.0, 1.0, 1.0 }, new object[] { 150.0, 1.0, 3.0 }, new object[] { 100.0, 0.2, 5.0 }, new object[] { 20.0, 1.0, 4.0 }];

    [TestCaseSource(nameof(Pairs))]
    public void PcGrad_TwoTasks_ProjectsWhatConflicts(double angle, double first, double second)
    {
        var (a, b) = Plane(angle, first, second);
        var expected = (X: a.X + b.X, Y: a.Y + b.Y);
        if (Dot(a, b) < 0)
        {
            // Each onto the normal of the other.
            (double X, double Y) pa = Less(a, b, Dot(a, b) / Dot(b, b)), pb = Less(b, a, Dot(a, b) / Dot(a, a));
            expected = (pa.X + pb.X, pa.Y + pb.Y);
        }
        AssertStep(Weights(new PcGradBalance(2, new RandomGenerator(1)), a, b), a, b, expected);
    }

    // The closed form of two: w = clamp((g₂ - g₁) · g₂ / ‖g₁ - g₂‖², 0, 1).
    [TestCaseSource(nameof(Pairs))]
    public void Mgda_TwoTasks_IsTheClosedForm(double angle, double first, double second)
    {
        var (a, b) = Plane(angle, first, second);
        var apart = Less(b, a, 1);
        double w = Math.Clamp(Dot(apart, b) / Dot(apart, apart), 0, 1);
        AssertStep(Weights(new MgdaBalance(2), a, b), a, b, (2 * (w * a.X + (1 - w) * b.X), 2 * (w * a.Y + (1 - w) * b.Y)));
    }

    // What it is for, found by going round the circle: the step within reach of the mean that gives the worse-off task the most.
    [TestCaseSource(nameof(Pairs))]
    public void CaGrad_TwoTasks_HelpsTheWorseOffTheMost(double angle, double first, double second)
    {
        const double Conflict = 0.5;
        var (a, b) = Plane(angle, first, second);
        var mean = (X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2);
        double reach = Conflict * Math.Sqrt(Dot(mean, mean)), best = double.NegativeInfinity;
        for (int i = 0; i < 1_000_000; i++)
        {
            double turn = 2 * Math.PI * i / 1_000_000;
            (double X, double Y) step = (mean.X + reach * Math.Cos(turn), mean.Y + reach * Math.Sin(turn));
            best = Math.Max(best, Math.Min(Dot(a, step), Dot(b, step)));
        }
        var weights = Weights(new CaGradBalance(2, Conflict), a, b);
        // As published: T times the step, by 1 + c².
        double scale = 2 / (1 + Conflict * Conflict);
        (double X, double Y) found = ((weights[0] * a.X + weights[1] * b.X) / scale, (weights[0] * a.Y + weights[1] * b.Y) / scale);
        Assert.That(Math.Min(Dot(a, found), Dot(b, found)), Is.EqualTo(best).Within(1e-6 * Math.Max(1, Math.Abs(best))));
        var away = Less(found, mean, 1);
        Assert.That(Math.Sqrt(Dot(away, away)), Is.LessThanOrEqualTo(reach * (1 + 1e-6)));
    }

    // Four tasks in three dimensions: the shortest vector of the hull is orthogonal to what spans it (the optimality condition).
    [Test]
    public void Mgda_ManyTasks_MeetsTheConditionOfTheShortestVector()
    {
        double[][] gradients = [[1, 0.2, 0], [-0.5, 1, 0.3], [0.1, -0.6, 1], [2, 2, 2]];
        double[] products = [.. gradients.SelectMany(a => gradients.Select(b => a.Zip(b, (x, y) => x * y).Sum()))], weights = new double[4];
        new MgdaBalance(4).Weigh([1, 1, 1, 1], products, weights);
        double[] shortest = [.. Enumerable.Range(0, 3).Select(axis => gradients.Select((gradient, task) => weights[task] / 4 * gradient[axis]).Sum())];
        double square = shortest.Sum(x => x * x);
        Assert.That(weights.Sum(), Is.EqualTo(4).Within(1e-9));
        for (int task = 0; task < 4; task++)
        {
            double product = gradients[task].Zip(shortest, (x, y) => x * y).Sum();
            if (weights[task] > 1e-9) Assert.That(product, Is.EqualTo(square).Within(1e-6));
            else Assert.That(product, Is.GreaterThanOrEqualTo(square - 1e-6));
        }
    }

    [Test]
    public void Dwa_ThreeWindows_FollowsTheRatesOfFall()
    {
        var balance = new DwaBalance(2, temperature: 2, window: 2);
        var weights = new double[2];
        foreach (float[] losses in (float[][])[[4, 4], [4, 4], [2, 4], [2, 4]])
        {
            balance.Weigh(losses, [], weights);
            Assert.That(weights, Is.EqualTo(new[] { 1.0, 1.0 }).Within(1e-12));
        }
        balance.Weigh([9, 9], [], weights);
        // r = 2/4 and 4/4, by a temperature of 2.
        double first = Math.Exp(0.25), second = Math.Exp(0.5);
        Assert.That(weights, Is.EqualTo(new[] { 2 * first / (first + second), 2 * second / (first + second) }).Within(1e-12));
    }

    [Test]
    public void Uncertainty_ConstantLosses_SettlesWhereTheLossIsLeast()
    {
        // L / (2 eˢ) + s / 2 is least at eˢ = L, where the factor is 1 / (2 L).
        var balance = new UncertaintyBalance(2, rate: 0.1);
        var weights = new double[2];
        for (int i = 0; i < 2000; i++) balance.Weigh([0.5f, 4], [], weights);
        Assert.That(weights, Is.EqualTo(new[] { 1.0, 0.125 }).Within(1e-6));
    }

    [Test]
    public void Famo_OneStep_IsAsByHand()
    {
        var balance = new FamoBalance(2, rate: 0.1);
        var weights = new double[2];
        balance.Weigh([1, 3], [], weights);
        // Equal shares: by 1/L, adding up to 2.
        Assert.That(weights, Is.EqualTo(new[] { 1.5, 0.5 }).Within(1e-6));
        balance.LookBack([1, 3], [0.5f, 3]);
        // The first fell by log 2, the second not at all: z = 1/2, mean gain = log 2 / 2, so its logit falls by 0.1 * 1/2 * log 2 / 2, and the other's rises as much.
        double moved = 0.1 * 0.5 * Math.Log(2) / 2, share = 1 / (1 + Math.Exp(2 * moved));
        balance.Weigh([1, 1], [], weights);
        Assert.That(weights, Is.EqualTo(new[] { 2 * share, 2 * (1 - share) }).Within(1e-6));
    }

    [Test]
    public void GradNorm_ConstantLosses_MakesGradientsAlike()
    {
        var balance = new GradNormBalance(2, rate: 0.001, asymmetry: 1);
        var weights = new double[2];
        for (int i = 0; i < 10_000; i++) balance.Weigh([1, 1], [1, 0, 0, 9], weights);
        // Lengths 1 and 3, weights that add up to 2: 1.5 and 0.5 make both 1.5.
        Assert.That(weights, Is.EqualTo(new[] { 1.5, 0.5 }).Within(0.01));
    }

    [Test]
    public void Random_ManyUpdates_AddUpToTheTasksAndFavourNone()
    {
        var balance = new RandomBalance(3, new RandomGenerator(1));
        double[] weights = new double[3], sums = new double[3];
        for (int i = 0; i < 10_000; i++)
        {
            balance.Weigh([1, 1, 1], [], weights);
            Assert.That(weights.Sum(), Is.EqualTo(3).Within(1e-9));
            for (int task = 0; task < 3; task++) sums[task] += weights[task] / 10_000;
        }
        // A weight's deviation is below 0.9, so a mean's below 0.009: five of them.
        Assert.That(sums, Is.EqualTo(new[] { 1.0, 1.0, 1.0 }).Within(0.045));
    }

    private static ((double X, double Y) A, (double X, double Y) B) Plane(double degrees, double first, double second)
    {
        double angle = degrees * Math.PI / 180;
        return ((first, 0), (second * Math.Cos(angle), second * Math.Sin(angle)));
    }

    private static double[] Weights(TaskBalance balance, (double X, double Y) a, (double X, double Y) b)
    {
        var weights = new double[2];
        balance.Weigh([1, 1], [Dot(a, a), Dot(a, b), Dot(a, b), Dot(b, b)], weights);
        return weights;
    }

    private static void AssertStep(double[] weights, (double X, double Y) a, (double X, double Y) b, (double X, double Y) expected)
    {
        Assert.That(weights[0] * a.X + weights[1] * b.X, Is.EqualTo(expected.X).Within(1e-5));
        Assert.That(weights[0] * a.Y + weights[1] * b.Y, Is.EqualTo(expected.Y).Within(1e-5));
    }

    private static double Dot((double X, double Y) a, (double X, double Y) b) => a.X * b.X + a.Y * b.Y;

    private static (double X, double Y) Less((double X, double Y) a, (double X, double Y) b, double times) => (a.X - times * b.X, a.Y - times * b.Y);
}
