namespace EnvHub.Learning.Tests;

public class TeacherTermTests
{
    private const int Batch = 4;
    private static readonly ReferenceScores MountainCar = new(Random: -200, Reference: -110);

    // With raw returns 1 - G/G⁺ would be -1 for the student at -200, and 0.2 for the one at -80.
    [TestCase(-200, 1), TestCase(-150, 0.5), TestCase(-100, 0), TestCase(-80, 0)]
    public void WeightAt_NegativeReturns_IsWhatTheStudentLacks(double student, double expected)
    {
        var task = HandMade.Task("car", 2, 3, MountainCar);
        using var term = Term(task, task, teacherReturn: -100, null);
        for (int episode = 0; episode < TeacherWeight.Window; episode++) Observe(term, student);
        Assert.That(term.WeightAt(0), Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void WeightAt_NoEpisodeYet_IsWhole()
    {
        var task = HandMade.Task("car", 2, 3, MountainCar);
        using var term = Term(task, task, teacherReturn: -100, null);
        Assert.That(term.WeightAt(0), Is.EqualTo(1));
    }

    [Test]
    public void WeightAt_VariantWithoutScores_TakesTheSourcesRandomReturn()
    {
        using var term = Term(HandMade.Task("car", 2, 3, MountainCar), HandMade.Task("weak car", 2, 3), teacherReturn: -100, null);
        for (int episode = 0; episode < TeacherWeight.Window; episode++) Observe(term, -150);
        Assert.That(term.WeightAt(0), Is.EqualTo(0.5).Within(1e-9));
    }

    [Test]
    public void Refusal_AnotherEnvironmentWithoutScores_IsSaid()
    {
        var (source, target) = (HandMade.Task("car", 2, 3, MountainCar), HandMade.Task("cart", 2, 3, environment: "Other-v0"));
        Assert.That(On.For(target, source).Weight.Refusal(target), Does.Contain("'cart'"));
    }

    [Test]
    public void AddGradients_MappedSpaces_IsTheSlopeOfTheDivergence()
    {
        TaskSpec known = HandMade.Task("source", 2, 3, MountainCar), task = HandMade.Task("target", 3, 2, MountainCar);
        var rule = new TransferRule(1, HeadStart.Keep, ObservationMap: [1, -1, 0], ActionMap: [2, 0]);
        using var network = HandMade.Network([5], false, 4, task);
        using var term = Term(known, task, -100, rule);
        var batch = new ReplayBatch(Batch, 3);
        var random = new RandomGenerator(5);
        foreach (ref float value in batch.Observations) value = (float)random.Uniform(-2, 2);
        network.Gradients.Clear();
        term.AddGradients(network, 0, batch, weight: 0.6);
        float[] gradients = network.Gradients.ToArray();
        foreach (var segment in network.Segments)
            for (int i = segment.Offset; i < segment.Offset + segment.Columns; i++)
            {
                float weight = network.Parameters.Span()[i];
                network.Parameters.Span()[i] = weight + 4e-3f;
                double above = term.AddGradients(network, 0, batch, weight: 0.6);
                network.Parameters.Span()[i] = weight - 4e-3f;
                double below = term.AddGradients(network, 0, batch, weight: 0.6);
                network.Parameters.Span()[i] = weight;
                Assert.That(gradients[i], Is.EqualTo((above - below) / 8e-3).Within(2e-3), segment.Name);
            }
        Assert.That(gradients.Max(Math.Abs), Is.GreaterThan(0.05));
    }

    [Test]
    public void AddGradients_MappedSpaces_AsksTheTeacherAboutItsOwnNumbers()
    {
        TaskSpec known = HandMade.Task("source", 2, 3, MountainCar), task = HandMade.Task("target", 3, 2, MountainCar);
        using INetwork teacher = HandMade.Network([5], false, 2, known), network = HandMade.Network([5], false, 4, task);
        using var term = Term(known, task, -100, new(1, HeadStart.Keep, ObservationMap: [1, -1, 0], ActionMap: [2, 0]));
        var batch = new ReplayBatch(Batch, 3);
        new float[] { 0.1f, 9, 0.2f, 0.3f, 9, -0.4f, -0.5f, 9, 0.6f, 0.7f, 9, 0.8f }.CopyTo(batch.Observations);
        float[] q = new float[Batch * 3], student = new float[Batch * 2];
        teacher.Forward(0, [0.2f, 0.1f, -0.4f, 0.3f, 0.6f, -0.5f, 0.8f, 0.7f], q);
        network.Forward(0, batch.Observations, student);
        double expected = 0;
        for (int i = 0; i < Batch; i++)
        {
            double[] p = Softmax(q[i * 3 + 2], q[i * 3]), pi = Softmax(student[i * 2], student[i * 2 + 1]);
            expected += (p[0] * Math.Log(p[0] / pi[0]) + p[1] * Math.Log(p[1] / pi[1])) / Batch;
        }
        Assert.That(term.AddGradients(network, 0, batch, weight: 1), Is.EqualTo(expected).Within(1e-5));
    }

    private static TeacherOptions On { get; } =
        new() { Weight = new() { Start = 1, End = 1, Fraction = 1, ByScore = true }, Temperature = 0.5 };

    private static double[] Softmax(double first, double second)
    {
        double ratio = Math.Exp((second - first) / On.Temperature);
        return [1 / (1 + ratio), ratio / (1 + ratio)];
    }

    private static TeacherTerm Term(TaskSpec known, TaskSpec task, double teacherReturn, TransferRule? rule)
    {
        using var teacher = HandMade.Network([5], false, 2, known);
        var learning = new QLearningOptions { BatchSize = Batch, Network = new() { Hidden = [5], LayerNorm = false } };
        return new(HandMade.Context(task), new(HandMade.Source(teacher, teacherReturn, known), 0), task, rule ?? new(1, HeadStart.Keep), learning, On);
    }

    private static void Observe(TeacherTerm term, double reward) => term.Observe(new()
    {
        Observations = [], Actions = (int[])[0], Rewards = [reward], NextObservations = [], Terminated = [true], Truncated = [false],
    });
}
