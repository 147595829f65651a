using EnvHub.Networks;

namespace EnvHub.Learning.Tests;

public class QNetworkTrainerTests
{
    private const int Interval = 3;

    [TestCase(Interval - 1, false)]
    [TestCase(Interval, true)]
    public void Restart_AmidAnInterval_CountsTargetUpdatesAnew(int updates, bool isUpdated)
    {
        using var trainer = Trainer();
        Update(trainer, Interval - 1);
        float[] start = trainer.Online.Parameters.ToArray();
        trainer.Restart(trainer.Online.Parameters);
        Update(trainer, updates);
        Assert.That(Target(trainer), Is.EqualTo(isUpdated ? trainer.Online.Parameters.ToArray() : start));
    }

    [Test]
    public void Load_SavedAfterARestart_UpdatesTheTargetWhenItIsDue()
    {
        using QNetworkTrainer trainer = Trainer(), loaded = Trainer();
        Update(trainer, 1);
        trainer.Restart(trainer.Online.Parameters);
        Update(trainer, Interval - 1);
        var checkpoint = new InMemoryCheckpoint();
        trainer.Save(checkpoint);
        loaded.Load(checkpoint);
        Update(loaded, 1);
        Assert.That(Target(loaded), Is.EqualTo(loaded.Online.Parameters.ToArray()));
    }

    private static float[] Target(QNetworkTrainer trainer)
    {
        var checkpoint = new InMemoryCheckpoint();
        trainer.Save(checkpoint);
        using var network = new EmbeddedBackend().Create(trainer.Online.Spec, new RandomGenerator(1));
        NetworkCheckpoint.Load(network, checkpoint, "target.");
        return network.Parameters.ToArray();
    }

    private static void Update(QNetworkTrainer trainer, int updates)
    {
        var batch = new ReplayBatch(2, 1);
        batch.Observations.Fill(0.5f);
        batch.Rewards.Fill(1);
        for (int i = 0; i < updates; i++)
        {
            trainer.Begin();
            trainer.AddTask(0, batch);
            trainer.Apply(learningRate: 0.01f);
        }
    }

    private static QNetworkTrainer Trainer()
    {
        TaskSpec task = new()
        {
            Name = "one",
            Environment = new EnvironmentSpec
            {
                Id = EnvironmentId.Parse("One"), ObservationSpace = BoxSpace.Uniform(-1, 1, 1), ActionSpace = new DiscreteSpace(2),
            },
        };
        LearnerContext context = new() { Tasks = [task], Copies = 1, TotalSteps = 100, Random = new RandomStreams(1), Networks = new EmbeddedBackend() };
        QLearningOptions options = new() { BatchSize = 2, Network = new() { Hidden = [4] }, TargetUpdate = new() { Interval = Interval } };
        return new(context, options, new FixedWeighting(context.Tasks));
    }
}
