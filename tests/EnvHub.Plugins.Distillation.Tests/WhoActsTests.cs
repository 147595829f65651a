namespace EnvHub.Plugins.Distillation.Tests;

public class WhoActsTests
{
    private const int TeachersAction = 2;   // whatever it observes
    private static readonly TaskSpec Task = Play.Task("task");

    [Test]
    public void Act_DataOfTheTeacher_IsAlwaysTheTeachersAction()
    {
        using var learner = Learner(new() { From = RolloutSource.Teacher, RandomActions = 0 });
        Assert.That(Play.Rounds(learner, Task, 50).SelectMany(round => round.Taken), Has.All.EqualTo(TeachersAction));
    }

    [Test]
    public void Act_DataOfTheStudent_IsAlwaysTheStudentsGreedyAction()
    {
        using var learner = Learner(new() { From = RolloutSource.Student, RandomActions = 0 });
        foreach (var (taken, student) in Play.Rounds(learner, Task, 50)) Assert.That(taken, Is.EqualTo(student));
    }

    [Test]
    public void Act_RandomActions_AreAsOftenAsAsked()
    {
        using var learner = Learner(new() { From = RolloutSource.Teacher, RandomActions = 0.3 });
        var others = Play.Rounds(learner, Task, 500).SelectMany(round => round.Taken).Count(action => action != TeachersAction);
        Assert.That(others / 2000.0, Is.EqualTo(0.3 * 2 / 3).Within(0.04));   // a third of random actions are the teacher's
    }

    [Test]
    public void Act_WithoutSources_RefusesToLearn()
    {
        using var learner = new DistillationLearner(Play.Context(Task), new DistillationOptions());
        Assert.That(() => learner.Act(0, new float[8], new int[4]), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH4751"));
    }

    [Test]
    public void Policy_WithoutSources_PlaysWhatItLoads()
    {
        using DistillationLearner taught = Learner(new()), player = new(Play.Context(Task), new DistillationOptions { Network = new() { Hidden = [8] } });
        Play.Run(taught, Task, 20);
        var (file, expected, values) = (new InMemoryCheckpoint(), new float[12], new float[12]);
        taught.Policy.Save(file);
        player.Policy.Load(file);
        taught.Policy.ActionValues(0, new float[] { 1, -1, 0.5f, 0.2f, 0, 0, -0.3f, 1 }, expected);
        player.Policy.ActionValues(0, new float[] { 1, -1, 0.5f, 0.2f, 0, 0, -0.3f, 1 }, values);
        Assert.That(values, Is.EqualTo(expected));
    }

    private static DistillationLearner Learner(RolloutOptions data) => new(
        Play.Context(Task, Sources.Of(Task, static (_, action) => action == TeachersAction ? 1 : 0)),
        new DistillationOptions { Data = data, LearningStarts = 20, Network = new() { Hidden = [8] }, BatchSize = 8, BufferCapacity = 100 });
}
