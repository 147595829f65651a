using EnvHub.Networks;

namespace EnvHub.Learning.Tests;

public class SharedHeadTests
{
    private const int Batch = 8;
    private static readonly QLearningOptions Options = new() { BatchSize = Batch, Network = new() { Hidden = [12, 8] }, MaxGradientNorm = null };

    [Test]
    public void AddTask_OneTask_SameBitsAsWithAHeadOfItsOwn()
    {
        using QNetworkTrainer own = Trainer(Options, Task("a")), shared = Trainer(Shared, Task("a"));
        foreach (var trainer in new[] { own, shared })
        {
            trainer.Begin();
            trainer.AddTask(0, Draw(seed: 1));
            trainer.Apply(1e-3f);
        }
        Assert.That(shared.Online.Parameters.ToArray(), Is.EqualTo(own.Online.Parameters.ToArray()));
    }

    [Test]
    public void AddTask_TwoTasks_GradientsAddUpInTheOneHead()
    {
        using var trainer = Trainer(Shared, Task("a"), Task("b"));
        float[] first = Gradients(trainer, (0, 1)), second = Gradients(trainer, (1, 2)), both = Gradients(trainer, (0, 1), (1, 2));
        Assert.That(both, Is.EqualTo(first.Zip(second, (x, y) => x + y)).Within(1e-6));
    }

    [Test]
    public void ToSpec_Shared_HasOneHeadForAllTasks()
    {
        var spec = Shared.Network.ToSpec([Task("a"), Task("b"), Task("c")]);
        Assert.That(spec.Heads, Is.EqualTo(new[] { new HeadSpec(SharedHead.Name, 3, 2) }));
    }

    [Test]
    public void ActionValues_OfAnyTask_AreThoseOfTheOneHead()
    {
        using var trainer = Trainer(Shared, Task("a"), Task("b"));
        var scaler = new ObservationScaler(Task("a").Environment, useConstants: true);
        var policy = new GreedyPolicy(trainer.Online, [scaler, scaler]);
        float[] first = new float[2], second = new float[2];
        policy.ActionValues(0, [1, 2, 3], first);
        policy.ActionValues(1, [1, 2, 3], second);
        Assert.That(second, Is.EqualTo(first));
    }

    [TestCase(4, 2, "4 numbers")]
    [TestCase(3, 5, "5 actions")]
    public void ToSpec_TasksOfOtherSize_Throws(int observations, int actions, string what) =>
        Assert.That(() => Shared.Network.ToSpec([Task("a"), Task("b", observations, actions)]),
            Throws.InstanceOf<HubException>().With.Message.Contains("EH2300").And.Message.Contains(what).And.Message.Contains("'b'"));

    private static QLearningOptions Shared => Options with { Network = Options.Network with { Heads = HeadSharing.Shared } };

    private static float[] Gradients(QNetworkTrainer trainer, params (int Task, ulong Seed)[] batches)
    {
        trainer.Begin();
        foreach (var (task, seed) in batches) trainer.AddTask(task, Draw(seed));
        return trainer.Online.Gradients.ToArray();
    }

    private static QNetworkTrainer Trainer(QLearningOptions options, params TaskSpec[] tasks)
    {
        var context = new LearnerContext
        {
            Tasks = tasks, Copies = 1, TotalSteps = 100, Random = new RandomStreams(1), Networks = new EmbeddedBackend(),
        };
        return new(context, options, new FixedWeighting(tasks));
    }

    private static ReplayBatch Draw(ulong seed)
    {
        var (batch, random) = (new ReplayBatch(Batch, 3), new RandomGenerator(seed));
        foreach (ref float value in batch.Observations) value = (float)random.Uniform(-1, 1);
        foreach (ref float value in batch.NextObservations) value = (float)random.Uniform(-1, 1);
        foreach (ref float value in batch.Rewards) value = (float)random.Uniform(-1, 1);
        foreach (ref int action in batch.Actions) action = (int)random.Integers(2);
        batch.Discounts.Fill(0.9f);
        return batch;
    }

    private static TaskSpec Task(string name, int observations = 3, int actions = 2) => new()
    {
        Name = name,
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse(name), ObservationSpace = BoxSpace.Uniform(-1, 1, observations), ActionSpace = new DiscreteSpace(actions),
        },
    };
}
