namespace EnvHub.Plugins.Distillation.Tests;

public class StageRefusalTests
{
    private static readonly TaskSpec Task = Play.Task("task");

    [Test]
    public void Refusal_SourceWithATaskOfTheSameName_IsNone() => Assert.That(Refusal(new(), Task), Is.Null);

    [Test]
    public void Refusal_NoTaskOfThatName_NamesWhatTheSourcesLearned() =>
        Assert.That(Refusal(new(), Play.Task("other")), Does.Contain("'task'").And.Contain("'source/other'"));

    [Test]
    public void Refusal_OtherActionCount_SaysBoth() =>
        Assert.That(Refusal(new(), Play.Task("task", actions: 5)), Does.Contain("5 actions").And.Contain("has 3"));

    [Test]
    public void Refusal_OtherObservationSize_SaysBoth() =>
        Assert.That(Refusal(new(), Play.Task("task", elements: 7)), Does.Contain("7 elements").And.Contain("has 2"));

    [TestCase("source/other")]
    public void Refusal_TeacherNamedForTheTask_IsNone(string teacher) =>
        Assert.That(Refusal(new() { Teachers = Named("task", teacher) }, Play.Task("other")), Is.Null);

    [TestCase("source/missing")]
    [TestCase("source")]
    public void Refusal_NamedTeacherIsNotThere_NamesIt(string teacher) =>
        Assert.That(Refusal(new() { Teachers = Named("task", teacher) }, Play.Task("other")), Does.Contain($"'{teacher}'").And.Contain("'source/other'"));

    [Test]
    public void Refusal_TeachersForAnUnknownTask_NamesIt() =>
        Assert.That(Refusal(new() { Teachers = Named("tusk", "source") }, Task), Does.Contain("'tusk'").And.Contain("'task'"));

    [Test]
    public void Refusal_ByScoreWithoutRandomReturn_SaysWhatToGive() =>
        Assert.That(Refusal(new() { Rl = true, Data = new() { From = RolloutSource.Student }, TeacherWeight = new() { ByScore = true } }, Task), Does.Contain("randomReturns"));

    [Test]
    public void Refusal_ByScoreWithMixedData_SaysWhy() =>
        Assert.That(Refusal(new() { Rl = true, TeacherWeight = new() { ByScore = true } }, Task), Does.Contain("own episodes"));

    private static string? Refusal(DistillationOptions options, TaskSpec learned) => options.Refusal(new([Task], [new("source", [learned])]));

    private static Dictionary<string, IReadOnlyList<string>> Named(string task, string teacher) => new() { [task] = [teacher] };
}
