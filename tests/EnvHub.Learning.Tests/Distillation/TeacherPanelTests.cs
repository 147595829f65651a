namespace EnvHub.Learning.Tests;

public class TeacherPanelTests
{
    private static readonly TaskSpec Task = Distilled.Task("task", elements: 2, actions: 2);
    private static readonly LearnerSource Left = Distilled.Source("left", Task, [0, -1e3f], meanReturn: 10);
    private static readonly LearnerSource Right = Distilled.Source("right", Task, [1, 3], meanReturn: 40);

    [Test]
    public void Judge_TwoTeachers_AveragesTheirDistributions() =>
        // One is sure of the first action; the other, at τ = 2, gives it 1/(1 + e).
        Assert.That(Judge(new() { Temperature = 2 }), Is.EqualTo([(1 + 1 / (1 + Math.E)) / 2, Math.E / (1 + Math.E) / 2]).Within(1e-6));

    [Test]
    public void Judge_TwoTeachersOfMse_AveragesTheirValues() =>
        Assert.That(Judge(new() { Kind = DistillationLossKind.Mse }), Is.EqualTo([0.5, -498.5]).Within(1e-4));

    [Test]
    public void Judge_CrossEntropy_CountsVotes() =>
        Assert.That(Judge(new() { Kind = DistillationLossKind.CrossEntropy }), Is.EqualTo(new[] { 0.5f, 0.5f }));

    [Test]
    public void Judge_TeacherNamedTwice_CountsTwice()
    {
        var names = new Dictionary<string, IReadOnlyList<string>> { ["task"] = ["left", "right/task", "right"] };
        Assert.That(Judge(new() { Kind = DistillationLossKind.CrossEntropy }, names), Is.EqualTo(new[] { 1 / 3f, 2 / 3f }).Within(1e-6));
    }

    [Test]
    public void MeanReturn_TwoTeachers_IsTheirMean() => Assert.That(Panel(new(), Distilled.NoNames).MeanReturn, Is.EqualTo(25));

    [Test]
    public void Judge_ValueNotFinite_Refuses()
    {
        var context = Distilled.Context(Task, 1, Distilled.Source("broken", Task, [0, float.NaN]));
        var panel = new TeacherPanel(context, Task, new(context.Sources, Distilled.NoNames), new DistillationObjective(new()));
        Assert.That(() => panel.Judge((float[])[0, 0], new float[2]), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH2203"));
    }

    private static float[] Judge(DistillationLossOptions loss, Dictionary<string, IReadOnlyList<string>>? names = null)
    {
        var targets = new float[2];
        Panel(loss, names ?? Distilled.NoNames).Judge((float[])[0, 0], targets);
        return targets;
    }

    private static TeacherPanel Panel(DistillationLossOptions loss, Dictionary<string, IReadOnlyList<string>> names)
    {
        var context = Distilled.Context(Task, 1, Left, Right);
        return new(context, Task, new(context.Sources, names), new DistillationObjective(loss));
    }
}
