using EnvHub.Networks;

namespace EnvHub.Hosting.Tests;

/// <summary>Statistics of a source's wrappers: here the steps that they have seen, 400 per stage.</summary>
public sealed class SourceStatisticsTests : RunFolderFixture
{
    [Test]
    public void Run_SameWrappersAroundTheTarget_GoOnFromTheSourcesStatistics() => Assert.That(StepsSeen(sourceLimit: 10, targetLimit: 10), Is.EqualTo(800));

    [Test]
    public void Run_OtherOptionsOfTheWrapper_StartAnew() => Assert.That(StepsSeen(sourceLimit: 9, targetLimit: 10), Is.EqualTo(400));

    private long StepsSeen(int sourceLimit, int targetLimit)
    {
        var source = Plans.Arm("source", tasks: [Counted(sourceLimit)]).Final;
        var target = Plans.Arm("target", tasks: [Counted(targetLimit)]).Final with { From = ["source"] };
        var folder = Run(Plans.Of(new ArmPlan("arm", [source, target])) with { Seeds = [1] }).Folder;
        var steps = new long[1];
        new SafeTensorsReader(File.ReadAllBytes(Path.Combine(folder.Path, "arm", "seed-1", "model.safetensors"))).Read("wrappers.0.0.steps", steps.AsSpan());
        return steps[0];
    }

    private static TaskPlan Counted(int limit) =>
        Plans.Task("Signal-v0") with { Wrappers = [new WrapperPlan(SampleWrappers.Count, new SampleWrappers.CountOptions { Limit = limit })] };
}
