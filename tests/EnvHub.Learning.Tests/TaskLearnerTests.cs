namespace EnvHub.Learning.Tests;

public class TaskLearnerTests
{
    private static readonly TaskSpec Task = Distilled.Task("Signal-v0", 1, 2);

    [Test]
    public void CutEpisodes_StepsWait_NoneOfThemIsStored()
    {
        var learner = Learner();
        Observe(learner, 0.1f, reward: 1, terminated: false);
        Observe(learner, 0.2f, reward: 2, terminated: false);

        learner.CutEpisodes();
        Observe(learner, 0.5f, reward: 4, terminated: true);

        var file = new InMemoryCheckpoint();
        learner.Save(file);
        var rewards = new float[file.LengthOf("task.Signal-v0.replay.rewards")];
        file.Read<float>("task.Signal-v0.replay.rewards", rewards);
        Assert.That(rewards, Is.EqualTo(new[] { 4f }));
    }

    [Test]
    public void CutEpisodes_ReturnUnderWay_BeginsAnew()
    {
        var returns = new ReturnNormalizer(1, 0.5);
        returns.Add(0, 8, ended: false);
        returns.CutEpisodes();
        returns.Add(0, 2, ended: false);
        Assert.That(returns.Scale, Is.EqualTo(3).Within(1e-12));   // deviation of 8 and 2; without the cut of 8 and 6
    }

    private static TaskLearner Learner() =>
        new(Distilled.Context(Task, copies: 1), 0, new TestOptions { NStep = 3, NormalizeReturns = false, BufferCapacity = 100, LearningStarts = 0 });

    private static void Observe(TaskLearner learner, float observation, double reward, bool terminated) => learner.Observe(new TransitionBatch
    {
        Observations = [observation],
        Actions = (int[])[0],
        Rewards = [reward],
        NextObservations = [observation],
        Terminated = [terminated],
        Truncated = [false],
    });

    private sealed record TestOptions : QLearningOptions;
}
