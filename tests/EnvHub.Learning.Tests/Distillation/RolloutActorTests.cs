namespace EnvHub.Learning.Tests;

public class RolloutActorTests
{
    private const int Copies = 50, TeachersAction = 2, StudentsAction = 0;
    private static readonly TaskSpec Task = Distilled.Task("task", elements: 3, actions: 3);
    private static readonly float[] Observations = [.. Enumerable.Repeat(new float[] { 1, 0, 0 }, Copies).SelectMany(row => row)];

    [TestCase(1.0, TeachersAction)]
    [TestCase(0.0, StudentsAction)]
    public void Act_OneOfTheTwoAlone_TakesItsAction(double teacherChance, int action) =>
        Assert.That(Act(Actor(MixingUnit.Step), teacherChance), Has.All.EqualTo(action));

    [TestCase(0.9)]
    [TestCase(0.3)]
    public void Act_PerStep_TeacherActsAsOftenAsTheChanceSays(double teacherChance)
    {
        var actor = Actor(MixingUnit.Step);
        int taken = Enumerable.Range(0, 40).Sum(_ => Act(actor, teacherChance).Count(action => action == TeachersAction));
        // 2,000 draws: four standard errors.
        Assert.That(taken / 2000.0, Is.EqualTo(teacherChance).Within(4 * Math.Sqrt(teacherChance * (1 - teacherChance) / 2000)));
    }

    [Test]
    public void Act_PerStep_ACopyChangesHandsWithinAnEpisode()
    {
        var actor = Actor(MixingUnit.Step);
        int[] first = Act(actor, 0.5);
        Observe(actor, ended: false);
        Assert.That(Act(actor, 0.5), Is.Not.EqualTo(first));
    }

    [Test]
    public void Act_PerEpisode_TheSameHandUntilTheEpisodeEnds()
    {
        var actor = Actor(MixingUnit.Episode);
        int[] first = Act(actor, 0.5);
        Observe(actor, ended: false);
        Assert.That(Act(actor, 0.5), Is.EqualTo(first));
        Observe(actor, ended: true);
        Assert.That(Act(actor, 0.5), Is.Not.EqualTo(first));
    }

    [Test]
    public void Act_PerEpisode_OnlyNewEpisodesFollowTheNewChance()
    {
        var actor = Actor(MixingUnit.Episode);
        Act(actor, 1);
        for (int copy = 0; copy < Copies; copy++) actor.Observe(copy, ended: copy < 10);
        Assert.That(Act(actor, 0).Count(action => action == StudentsAction), Is.EqualTo(10));
    }

    [Test]
    public void Act_AlwaysRandom_TakesAllActionsAlike()
    {
        var actor = Actor(MixingUnit.Step);
        var counts = Enumerable.Range(0, 60).SelectMany(_ => Act(actor, 0.5, random: 1)).CountBy(action => action);
        Assert.That(counts.Select(pair => pair.Value), Has.Exactly(3).EqualTo(1000).Within(4 * Math.Sqrt(3000 * 2 / 9.0)));
    }

    [TestCase(RolloutSource.Teacher, 0, 1.0)]
    [TestCase(RolloutSource.Teacher, 1000, 1.0)]
    [TestCase(RolloutSource.Student, 0, 0.0)]
    [TestCase(RolloutSource.Mixed, 0, 0.8)]
    [TestCase(RolloutSource.Mixed, 100, 0.6)]
    [TestCase(RolloutSource.Mixed, 300, 0.2)]
    [TestCase(RolloutSource.Mixed, 400, 0.0)]
    [TestCase(RolloutSource.Mixed, 900, 0.0)]
    public void TeacherShare_Linear_FollowsTheClosedForm(RolloutSource from, long step, double expected) =>
        Assert.That(new RolloutOptions { From = from, Start = 0.8, Fraction = 0.4 }.TeacherShare(1000).At(step), Is.EqualTo(expected).Within(1e-12));

    private static RolloutActor Actor(MixingUnit unit) => new(Context, 0, unit, new ObservationScaler(Task.Environment, useConstants: false));

    private static LearnerContext Context => Distilled.Context(Task, Copies, Distilled.Source("teacher", Task, [0, 1, 5]));

    private static int[] Act(RolloutActor actor, double teacherChance, double random = 0)
    {
        var context = Context;
        var panel = new TeacherPanel(context, Task, new(context.Sources, Distilled.NoNames), new DistillationObjective(new()));
        var actions = new int[Copies];
        actor.Act(panel, new EchoNetwork(3), (teacherChance, random), Observations, actions);
        return actions;
    }

    private static void Observe(RolloutActor actor, bool ended)
    {
        for (int copy = 0; copy < Copies; copy++) actor.Observe(copy, ended);
    }
}
