namespace EnvHub.Learning.Tests;

public class DistillationLossTests
{
    private const int A = DistillationFixture.ActionCount;

    private static readonly DistillationLossOptions Kl = new(), CrossEntropy = new() { Kind = DistillationLossKind.CrossEntropy },
        Mse = new() { Kind = DistillationLossKind.Mse };

    private static IEnumerable<TestCaseData> Objectives =>
    [
        new("kl", Kl), new("klOne", Kl with { Temperature = 1 }), new("klBoth", Kl with { Temperature = 0.1, TemperatureOnStudent = true }),
        new("crossEntropy", CrossEntropy), new("mse", Mse),
    ];

    [TestCaseSource(nameof(Objectives))]
    public void Evaluate_FixtureBatch_EqualsPyTorch(string fixture, DistillationLossOptions options)
    {
        var (gradient, loss) = Evaluate(options, DistillationFixture.Values, DistillationFixture.TeacherValues);
        var expected = DistillationFixture.Of(fixture);
        Assert.That(loss, Is.EqualTo(expected.Loss).Within(1e-5).Percent);
        Assert.That(gradient, Is.EqualTo(expected.Gradient).Within(2e-6));
    }

    [TestCaseSource(nameof(Objectives))]
    public void Evaluate_EveryValue_GradientEqualsFiniteDifference(string fixture, DistillationLossOptions options)
    {
        const float step = 1e-2f;
        var (gradient, _) = Evaluate(options, DistillationFixture.Values, DistillationFixture.TeacherValues);
        for (int i = 0; i < gradient.Length; i++)
        {
            double slope = (LossWith(options, i, step) - LossWith(options, i, -step)) / (2 * step);
            // The error of a central difference is step²/6 times the third derivative, at most 1/(10 τ³ B) for a softmax.
            double error = options.TemperatureOnStudent ? 2e-3 : 1e-4;
            Assert.That(gradient[i], Is.EqualTo(slope).Within(error), $"{fixture}, value {i}");
        }
    }

    [TestCaseSource(nameof(Objectives))]
    public void Evaluate_ValuesFarApart_IsFinite(string fixture, DistillationLossOptions options)
    {
        float[] student = [1e30f, -1e30f, 0, -1e30f, 0, 1e30f], teacher = [-1e30f, 1e30f, 0, 1e30f, -1e30f, 5];
        var (gradient, loss) = Evaluate(options, student, teacher);
        Assert.That(double.IsFinite(loss), Is.True, fixture);
        Assert.That(gradient, Has.All.Matches<float>(float.IsFinite), fixture);
    }

    [Test]
    public void Kl_StudentOfEqualDistribution_IsZeroWithZeroGradient()
    {
        // The student's values shifted by a constant per row, and the teacher's at τ = 0.5 of half the size.
        float[] student = [2, -1, 0.5f, 103, 100, 101], teacher = [1, -0.5f, 0.25f, 1.5f, 0, 0.5f];
        var (gradient, loss) = Evaluate(Kl with { Temperature = 0.5 }, student, teacher);
        Assert.That(loss, Is.Zero.Within(1e-6));
        Assert.That(gradient, Has.All.Zero.Within(1e-6));
    }

    [Test]
    public void CrossEntropy_EqualStudentValues_IsLogOfTheActionCount()
    {
        var (_, loss) = Evaluate(CrossEntropy, [7, 7, 7], [0, 1, 0]);
        Assert.That(loss, Is.EqualTo(Math.Log(3)).Within(1e-6));
    }

    [Test]
    public void Evaluate_TargetOfAnotherSize_Refuses() =>
        Assert.That(() => DistillationLoss.Mse(new float[6], new float[3], 3), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2200"));

    private static double LossWith(DistillationLossOptions options, int index, float change)
    {
        var values = DistillationFixture.Values;
        values[index] += change;
        return Evaluate(options, values, DistillationFixture.TeacherValues).Loss;
    }

    private static (float[] Gradient, double Loss) Evaluate(DistillationLossOptions options, float[] student, float[] teacher)
    {
        var objective = new DistillationObjective(options);
        objective.ToTarget(teacher, A);
        return (student, objective.Evaluate(student, teacher, A));
    }
}
