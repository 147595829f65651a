using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <content>Optimisers: what the learner relies on, whatever the rule.</content>
public abstract partial class NetworkContract
{
    private const float LearningRate = 0.01f;

    /// <summary>Every rule, with all the state that it can have.</summary>
    public static IEnumerable<TestCaseData> Rules()
    {
        foreach (var kind in Enum.GetValues<OptimizerKind>())
        {
            yield return new TestCaseData(new OptimizerOptions { Kind = kind }).SetArgDisplayNames($"{kind}");
            yield return new TestCaseData(new OptimizerOptions { Kind = kind, Momentum = 0.9, WeightDecay = 0.1, Centered = true })
                .SetArgDisplayNames($"{kind}, everything on");
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void Step_Always_MovesAgainstTheGradientAndLeavesGapsZero(OptimizerOptions options)
    {
        using var network = Perturbed(OneHead);
        var optimizer = CreateBackend().CreateOptimizer(options with { WeightDecay = 0 }, network.Parameters.Length);
        Run(network, head: 0);
        float[] before = network.Parameters.ToArray(), gradients = network.Gradients.ToArray();
        optimizer.Step(network.Parameters, network.Gradients, LearningRate);
        float[] after = network.Parameters.ToArray();
        Assert.That(network.Gradients.ToArray(), Is.EqualTo(gradients));
        for (int i = 0; i < after.Length; i++)
            Assert.That(Math.Sign(after[i] - before[i]), Is.EqualTo(-Math.Sign(gradients[i])).Or.Zero, $"parameter {i}");
        // Gaps of the layout, if there are any, stay zero.
        Assert.That(network.Parameters.SumOfSquares(), Is.EqualTo(network.InFileOrder(network.Parameters).Sum(value => (double)value * value)).Within(1e-4).Percent);
    }

    [TestCaseSource(nameof(Rules))]
    public void Step_WithAGradientScale_IsTheStepOfScaledGradients(OptimizerOptions options)
    {
        const float Scale = 0.25f;
        var backend = CreateBackend();
        using ParameterVector scaled = backend.VectorOf(1, -2, 3), given = backend.VectorOf(4, -8, 12), first = backend.VectorOf(0.5f, 0.25f, -1), second = backend.VectorOf(0.5f, 0.25f, -1);
        backend.CreateOptimizer(options, 3).Step(first, scaled, LearningRate);
        backend.CreateOptimizer(options, 3).Step(second, given, LearningRate, Scale);
        Assert.That(second.ToArray(), Is.EqualTo(first.ToArray()));
    }

    [TestCaseSource(nameof(Rules))]
    public void Load_AfterSave_ContinuesWithTheSameBits(OptimizerOptions options)
    {
        const int Count = 37;
        var backend = CreateBackend();
        using ParameterVector parameters = backend.VectorOf(Draw(Count, Seed)), gradients = backend.VectorOf(Draw(Count, Seed + 1));
        IOptimizer original = backend.CreateOptimizer(options, Count), restored = backend.CreateOptimizer(options, Count);
        for (int step = 0; step < 3; step++) original.Step(parameters, gradients, LearningRate);
        using var copy = backend.VectorOf(parameters.ToArray());
        InMemoryCheckpoint checkpoint = new();
        original.Save(checkpoint, "optimizer.");
        restored.Load(checkpoint, "optimizer.");
        original.Step(parameters, gradients, LearningRate);
        restored.Step(copy, gradients, LearningRate);
        Assert.That(copy.ToArray(), Is.EqualTo(parameters.ToArray()));
        Assert.That(checkpoint.Names, Is.All.StartsWith("optimizer."));
    }

    [TestCaseSource(nameof(Rules))]
    public void Reset_AfterSteps_StepsAsANewOne(OptimizerOptions options)
    {
        const int Count = 37;
        var backend = CreateBackend();
        using ParameterVector used = backend.VectorOf(Draw(Count, Seed)), unused = backend.VectorOf(Draw(Count, Seed)), gradients = backend.VectorOf(Draw(Count, Seed + 1));
        IOptimizer reset = backend.CreateOptimizer(options, Count), fresh = backend.CreateOptimizer(options, Count);
        for (int step = 0; step < 3; step++) reset.Step(backend.CreateVector(Count), gradients, LearningRate);
        reset.Reset();
        for (int step = 0; step < 3; step++)
        {
            reset.Step(used, gradients, LearningRate);
            fresh.Step(unused, gradients, LearningRate);
        }
        Assert.That(used.ToArray(), Is.EqualTo(unused.ToArray()));
    }

    [TestCaseSource(nameof(Rules))]
    public void Load_FaultyArray_IsRefusedAndChangesNothing(OptimizerOptions options)
    {
        const int Count = 37;
        var backend = CreateBackend();
        IOptimizer source = backend.CreateOptimizer(options, Count), disturbed = backend.CreateOptimizer(options, Count);
        source.Step(backend.VectorOf(Draw(Count, Seed)), backend.VectorOf(Draw(Count, Seed + 1)), LearningRate);
        InMemoryCheckpoint saved = new(), before = new(), after = new();
        source.Save(saved, "");
        disturbed.Save(before, "");
        foreach (string name in saved.Names)
            foreach (bool isMissing in (bool[])[true, false])
                Assert.That(() => disturbed.Load(new FaultyCheckpoint(saved, name, isMissing), ""), Throws.InstanceOf<HubException>(), name);
        disturbed.Save(after, "");
        Assert.That(after.DifferencesFrom(before), Is.Empty);
    }

    [Test]
    public void Step_OtherLengthThanMadeFor_Throws()
    {
        var backend = CreateBackend();
        var optimizer = backend.CreateOptimizer(new OptimizerOptions(), 4);
        Assert.That(() => optimizer.Step(backend.CreateVector(3), backend.CreateVector(3), LearningRate), Throws.InstanceOf<HubException>());
    }
}
