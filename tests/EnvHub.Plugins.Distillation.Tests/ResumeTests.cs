namespace EnvHub.Plugins.Distillation.Tests;

public class ResumeTests
{
    private static readonly TaskSpec Task = Play.Task("task");

    [Test]
    public void Load_AnotherCapacity_RefusesAndLeavesTheLearnerAsItWas()
    {
        using DistillationLearner saved = Learner(capacity: 200), learner = Learner(capacity: 100);
        Play.Run(saved, Task, 60);
        Play.Run(learner, Task, 40);
        var before = State(learner);
        Assert.That(() => learner.Load(State(saved)), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2007"));
        Assert.That(State(learner).DifferencesFrom(before), Is.Empty);
    }

    private static InMemoryCheckpoint State(DistillationLearner learner)
    {
        var state = new InMemoryCheckpoint();
        learner.Save(state);
        return state;
    }

    private static DistillationLearner Learner(int capacity) => new(
        Play.Context(Task, Sources.Of(Task, static (_, action) => action)),
        new DistillationOptions { LearningStarts = 20, BatchSize = 8, BufferCapacity = capacity, Network = new() { Hidden = [8] } });
}
