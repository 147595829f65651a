namespace EnvHub.Plugins.Distillation.Tests;

public class KickStartTests
{
    private static readonly TaskSpec Task = Play.Task("task", references: new(0, 1));

    [Test]
    public void Learn_WeightHasEnded_SameWeightsWhateverTheTeacherSays()
    {
        // The teacher's weight is 0 from the first step on, so what it says changes nothing but lessons that are never drawn.
        using DistillationLearner one = Learner(static (_, action) => action), other = Learner(static (_, action) => -action);
        Assert.That(Values(one), Is.EqualTo(Values(other)));
    }

    [Test]
    public void Learn_WeightIsAbove0_TeachersMatter()
    {
        using DistillationLearner one = Learner(static (_, action) => action, fraction: 1), other = Learner(static (_, action) => -action, fraction: 1);
        Assert.That(Values(one), Is.Not.EqualTo(Values(other)));
    }

    [Test]
    public void Act_Rl_ExploresByTheSchedule()
    {
        using var learner = Learner(static (_, action) => action);
        learner.Learn();
        Assert.That(learner.Measured("epsilon"), Is.EqualTo(1 - 0.95 * 4 / (0.3 * 4000)).Within(1e-6));
    }

    private static float[] Values(DistillationLearner learner)
    {
        Play.Run(learner, Task, 100);
        var values = new float[12];
        learner.Policy.ActionValues(0, [0.1f, 0.2f, -0.3f, 0.4f, 0.5f, -0.6f, -0.7f, 0.8f], values);
        return values;
    }

    private static DistillationLearner Learner(RuleTeacher.Rule teacher, double fraction = 0) => new(
        Play.Context(Task, Sources.Of(Task, teacher)), new DistillationOptions
        {
            Rl = true, TeacherWeight = new() { Fraction = fraction }, Data = new() { From = RolloutSource.Student },
            LearningStarts = 20, BatchSize = 8, BufferCapacity = 100, Network = new() { Hidden = [8] },
        });
}
