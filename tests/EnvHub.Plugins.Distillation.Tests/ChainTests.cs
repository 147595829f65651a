namespace EnvHub.Plugins.Distillation.Tests;

[Category("Learning")]
public class ChainTests
{
    private const int Length = 6, Steps = 3_000;

    // What a corridor of states is worth by going right, 0.9 per step to its end, and going left: one state back.
    private static readonly double[] Table = [.. Enumerable.Range(0, Length).SelectMany(state => new[] { Best(Math.Max(state - 1, 0)) * 0.9, Best(state) })];

    private static readonly TaskSpec Task = new()
    {
        Name = "chain",
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse("chain"), ObservationSpace = new DiscreteSpace(Length), ActionSpace = new DiscreteSpace(2),
        },
    };

    [Test]
    public void Mse_TabularTeacher_IsCopied() =>
        Assert.That(Learned(new() { Kind = DistillationLossKind.Mse }), Is.EqualTo(Table).Within(0.01));

    [TestCase(0.5)]
    [TestCase(0.05)]
    public void Kl_TabularTeacher_StudentsDistributionIsTheTeachers(double temperature)
    {
        var student = Learned(new() { Temperature = temperature });
        for (int state = 0; state < Length; state++)
        {
            // Of two actions, softmax is the logistic function of the difference.
            double teacher = Logistic((Table[state * 2 + 1] - Table[state * 2]) / temperature), mine = Logistic(student[state * 2 + 1] - student[state * 2]);
            Assert.That(mine, Is.EqualTo(teacher).Within(0.01), $"state {state}");
        }
    }

    [Test]
    public void CrossEntropy_TabularTeacher_BestActionIsTheTeachers()
    {
        var student = Learned(new() { Kind = DistillationLossKind.CrossEntropy });
        for (int state = 0; state < Length; state++) Assert.That(student[state * 2 + 1], Is.GreaterThan(student[state * 2] + 3), $"state {state}");
    }

    private static float[] Learned(DistillationLossOptions loss)
    {
        using var learner = new DistillationLearner(
            Play.Context(Task, Sources.Of(Task, static (observation, action) => (float)Table[(int)observation[0] * 2 + action])) with { TotalSteps = Steps * 4 },
            new DistillationOptions
            {
                Distillation = loss, LearningStarts = 40, TrainFrequency = 4, BatchSize = 32, LearningRate = 1e-2, Network = new() { Hidden = [16], LayerNorm = false },
            });
        Play.Run(learner, Task, Steps);
        var values = new float[Length * 2];
        learner.Policy.ActionValues(0, [.. Enumerable.Range(0, Length).Select(state => (float)state)], values);
        return values;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double Best(int state) => Math.Pow(0.9, Length - 1 - state);
}
