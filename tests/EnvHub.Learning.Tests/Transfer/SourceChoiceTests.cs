namespace EnvHub.Learning.Tests;

public class SourceChoiceTests
{
    private static readonly TaskSpec Pole = HandMade.Task("pole", 2, 2), Car = HandMade.Task("car", 2, 2), Long = HandMade.Task("long pole", 2, 2);
    private static readonly StageSource Both = new("both", [Pole, Car]), Alone = new("alone", [Pole]);

    [Test]
    public void Find_TaskOfTheSameName_IsTaken() => AssertFound(Find([Both], Car, null, null), (0, 1));

    [Test]
    public void Find_OnlyTask_IsTakenWhateverItsName() => AssertFound(Find([Alone], Long, null, null), (0, 0));

    [Test]
    public void Find_NamedStageAndTask_IsTaken() => AssertFound(Find([Both, Alone], Long, "both", "pole"), (0, 0));

    [Test]
    public void Find_SeveralAndNoneNamed_SaysWhichThereAre() =>
        Assert.That(Find([Both], Long, null, null).Problem, Does.Contain("both/pole, both/car").And.Contain("sourceTask"));

    [Test]
    public void Find_UnknownTask_SaysWhichThereAre() => Assert.That(Find([Both], Long, null, "pool").Problem, Does.Contain("'pool'").And.Contain("both/car"));

    private static (SourceChoice Choice, string? Problem) Find(StageSource[] sources, TaskSpec target, string? stage, string? task)
    {
        var choice = SourceChoice.Find(sources, target, stage, task, out string? problem);
        return (choice, problem);
    }

    private static void AssertFound((SourceChoice Choice, string? Problem) found, (int Source, int Task) expected)
    {
        Assert.That(found.Problem, Is.Null);
        Assert.That((found.Choice.Source, found.Choice.Task), Is.EqualTo(expected));
    }
}
