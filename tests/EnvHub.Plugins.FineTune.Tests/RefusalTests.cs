namespace EnvHub.Plugins.FineTune.Tests;

public class RefusalTests
{
    private static readonly TaskSpec Pole = Task("pole", 4, 2, "Pole-v1", new(20, 500)), LongPole = Task("long pole", 4, 2, "Pole-v1", null), Car = Task("car", 2, 3, "Car-v0", null);

    private static readonly Func<StageSpec, object, string?> Refusal = Register();

    [Test]
    public void Refusal_Defaults_None() => Assert.That(Ask(new(), LongPole), Is.Null);

    [Test]
    public void Refusal_MoreLayersThanThereAre_SaysHowMany() => AssertRefused(new() { CopyLayers = 3 }, "copyLayers is 3", "0 to 2");

    [Test]
    public void Refusal_HeadOfLayersThatAreNotCopied_SaysSo() => AssertRefused(new() { CopyLayers = 1 }, "head is keep");

    [Test]
    public void Refusal_UnknownFreeze_SaysWhatMayBe() => AssertRefused(new() { Freeze = ["trunk.2"] }, "'trunk.2'", "trunk.0 to trunk.1");

    [Test]
    public void Refusal_EverythingFrozenForEver_SaysSo() => AssertRefused(new() { Freeze = ["trunk", "head"] }, "nothing would ever be learned");

    [Test]
    public void Refusal_EverythingFrozenForAWhile_None() => Assert.That(Ask(new() { Freeze = ["trunk", "head"], FreezeSteps = 10 }, LongPole), Is.Null);

    [Test]
    public void Refusal_MapOfAnotherLength_SaysWhichItNeeds() => AssertRefused(new() { ActionMap = [1] }, "1 entries", "needs 2");

    [Test]
    public void Refusal_MapBeyondTheSource_SaysWhichThereAre() => AssertRefused(new() { ObservationMap = [0, 1, 2, 4] }, "holds 4", "0 to 3");

    [Test]
    public void Refusal_KeepOptimizerWithANewHead_SaysSo() => AssertRefused(new() { KeepOptimizer = true, Head = HeadStart.New }, "keepOptimizer");

    [Test]
    public void Refusal_TeacherOfVariantsOfOneEnvironment_None() => Assert.That(Ask(Taught, LongPole), Is.Null);

    [Test]
    public void Refusal_TeacherOfOtherSpaces_AsksForMaps() =>
        Assert.That(Ask(Taught, Car), Does.Contain("actionMap"));

    [Test]
    public void Refusal_TeacherWithoutARandomReturn_SaysWhichTask() =>
        Assert.That(Ask(Taught with { ObservationMap = [0, 1], ActionMap = [0, 1, 1] }, Car), Does.Contain("'car'"));

    [Test]
    public void Refusal_UnknownSourceTask_SaysWhichThereAre() => AssertRefused(new() { SourceTask = "pool" }, "'pool'", "pretrain/pole");

    [Test]
    public void Refusal_TasksOfTwoNetworks_SaysSo() => Assert.That(
        Refusal(new([Pole, Car], [new("pretrain", [Pole]), new("pretrain", [Car])]), new FineTuneOptions()), Does.Contain("one trunk comes from one network"));

    [Test]
    public void Refusal_SourceWithAnotherActivation_NamesBoth() =>
        AssertDiffers(new() { Network = new() { Activation = Activation.Tanh } }, new(), "network.activation is relu here and tanh in the source stage 'pretrain'");

    [Test]
    public void Refusal_SourceWithoutNorm_SaysSo() => AssertDiffers(new() { Network = new() { LayerNorm = false } }, new(), "network.layerNorm is true here and false");

    [Test]
    public void Refusal_SourceWithOtherLayers_NamesBoth() => AssertDiffers(new() { Network = new() { Hidden = [128, 64] } }, new(), "network.hidden is [128, 128] here and [128, 64]");

    [Test]
    public void Refusal_SourceWithOtherScaling_SaysSo() => AssertDiffers(new() { ScaleObservations = false }, new(), "scaleObservations is true here and false");

    [Test]
    public void Refusal_LayersThatAreNotCopied_MayDiffer() => AssertDiffers(new() { Network = new() { Hidden = [128, 64] } }, new() { CopyLayers = 1, Head = HeadStart.New }, null);

    [Test]
    public void Refusal_NothingCopied_AsksNothingOfTheSource() =>
        AssertDiffers(new() { Network = new() { Activation = Activation.Tanh, LayerNorm = false } }, new() { CopyLayers = 0, Head = HeadStart.New }, null);

    private static void AssertDiffers(QLearningOptions source, FineTuneOptions options, string? part)
    {
        string? refusal = Refusal(new([LongPole], [new("pretrain", [Pole]) { Options = source }]), options);
        Assert.That(refusal, part is null ? Is.Null : Does.Contain(part));
    }

    private static FineTuneOptions Taught { get; } = new() { Teacher = new() { Weight = new() { Start = 1, End = 1, Fraction = 1, ByScore = true } } };

    private static string? Ask(FineTuneOptions options, TaskSpec target) => Refusal(new([target], [new("pretrain", [Pole])]), options);

    private static void AssertRefused(FineTuneOptions options, params string[] parts)
    {
        string? refusal = Ask(options, LongPole);
        foreach (string part in parts) Assert.That(refusal, Does.Contain(part));
    }

    private static Func<StageSpec, object, string?> Register()
    {
        var builder = new RecordingBuilder();
        new FineTunePlugin().Configure(builder);
        Assert.That(builder.Learner!.Sources, Is.EqualTo(SourceUse.Required));
        return builder.Learner.RefuseStage;
    }

    private static TaskSpec Task(string name, int observations, int actions, string environment, ReferenceScores? scores) => new()
    {
        Name = name,
        Environment = new()
        {
            Id = EnvironmentId.Parse(environment), ObservationSpace = BoxSpace.Uniform(-1, 1, observations), ActionSpace = new DiscreteSpace(actions),
            ReferenceScores = scores,
        },
    };
}
