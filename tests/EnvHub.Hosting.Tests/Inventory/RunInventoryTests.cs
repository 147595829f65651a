using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class RunInventoryTests : RunFolderFixture
{
    [Test]
    public void Read_TwoRunsOfOneSource_NamesBothAsItsUsers()
    {
        Run(Chain());
        Run(Chain());

        var inventory = RunInventory.Read(Runs);
        var stage = inventory.Stages.Single();

        Assert.That(inventory.Runs.Select(run => (run.Name, run.State, run.Trials, run.Finished)), Is.EqualTo(new[]
        {
            ("test/20260131-120000", RunState.Finished, (int?)1, 1), ("test/20260131-120000-2", RunState.Finished, 1, 1),
        }));
        Assert.That(stage.UsedBy, Is.EqualTo(inventory.Runs.Select(run => run.Name)));
        Assert.That((stage.Name, stage.Learner, stage.Seed, stage.Steps, stage.State), Is.EqualTo(("test/arm/source", "signal", (ulong?)1, (long?)400, StoredStageState.Complete)));
        Assert.That(stage.Bytes, Is.EqualTo(Directory.GetFiles(stage.Folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length)));
    }

    [Test]
    public void Read_SourceOfASource_IsUsedByTheRunToo()
    {
        var middle = Source() with { Name = "middle", From = ["source"] };
        Run(Plans.Of(new ArmPlan("arm", [Source(), middle, Goal() with { From = ["middle"] }])) with { Seeds = [1] });

        Assert.That(RunInventory.Read(Runs).Stages.Select(stage => (stage.Name, stage.UsedBy.Count)),
            Is.EqualTo(new[] { ("test/arm/middle", 1), ("test/arm/source", 1) }));
    }

    [Test]
    public void Read_RunInterruptedInItsSource_RefersToItAlready()
    {
        using var cancellation = new CancellationTokenSource();
        var folder = Run(Plans.Of(new ArmPlan("arm", [Source(cancellation.Cancel), Goal()])) with { Seeds = [1] }, 1, cancellation.Token).Folder;
        Directory.Delete(Path.Combine(folder.Path, "arm"), recursive: true);

        var inventory = RunInventory.Read(Runs);

        Assert.That(inventory.Runs.Single().State, Is.EqualTo(RunState.Unfinished));
        Assert.That(inventory.Stages.Single().UsedBy, Has.Count.EqualTo(1), "no trial of the run has written a word about it");
        Assert.That(inventory.Stages.Single().State, Is.EqualTo(StoredStageState.Unfinished));
    }

    [Test]
    public void Read_LockedRunAndStage_AreInUse()
    {
        var folder = Run(Chain()).Folder;
        using var run = RunLock.Take(folder.Path);
        using var stage = SourceRecord.TryClaim(Stage);

        var inventory = RunInventory.Read(Runs);

        Assert.That((inventory.Runs.Single().State, inventory.Stages.Single().State), Is.EqualTo((RunState.Running, StoredStageState.InUse)));
    }

    [Test]
    public void Read_TrialThatFailed_SaysSo()
    {
        Run(Plans.Of(Plans.Arm("broken", options: new() { ThrowsInRound = 2 })) with { Seeds = [1] });

        Assert.That(RunInventory.Read(Runs).Runs.Single(), Has.Property("State").EqualTo(RunState.Failed).And.Property("Failed").EqualTo(1));
    }

    [TestCase("", RunState.Empty)]
    [TestCase("{ \"format\": 1, \"seeds\": [", RunState.Damaged)]
    [TestCase("[]", RunState.Damaged)]
    public void Read_RecordCutOff_SaysWhatIsLeft(string text, RunState state)
    {
        var folder = Run(Chain()).Folder;
        File.WriteAllText(Path.Combine(folder.Path, "experiment.json"), text);

        Assert.That(RunInventory.Read(Runs).Runs.Single().State, Is.EqualTo(state));
    }

    [Test]
    public void Read_NoFolder_IsEmpty() => Assert.That(RunInventory.Read(Path.Combine(Runs, "none")), Has.Property("Runs").Empty.And.Property("Stages").Empty);

    [Test]
    public void Clean_StagesWithAndWithoutARun_RemovesTheUnusedAlone()
    {
        var gone = Run(Chain(rate: 0.02)).Folder;
        string unused = Stage;
        Run(Chain());
        Directory.Delete(gone.Path, recursive: true);

        Clean();

        Assert.That(Directory.Exists(unused), Is.False);
        Assert.That(RunInventory.Read(Runs).Stages.Single().UsedBy, Is.EqualTo(new[] { "test/20260131-120000-2" }));
    }

    [Test]
    public void Clean_NamedRun_TakesItsStagesWithIt()
    {
        Run(Chain());
        Run(Chain(rate: 0.02));

        Clean("test/20260131-120000");

        Assert.That(RunInventory.Read(Runs).Runs.Select(run => run.Name), Is.EqualTo(new[] { "test/20260131-120000-2" }));
        Assert.That(Directory.GetDirectories(Path.Combine(Runs, "stages")), Has.Length.EqualTo(1));
        Assert.That(Directory.GetDirectories(Runs, "*.removed", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public void Clean_Planned_RemovesNothing()
    {
        Run(Chain());
        string[] before = Directory.GetFiles(Runs, "*", SearchOption.AllDirectories);

        var cleaning = RunCleaning.Plan(Runs, ["test/20260131-120000"]);

        Assert.That((cleaning.Runs.Count, cleaning.Stages.Count), Is.EqualTo((1, 1)));
        Assert.That(Directory.GetFiles(Runs, "*", SearchOption.AllDirectories), Is.EquivalentTo(before));
    }

    [Test]
    public void Clean_StageOfALiveProcess_Stays()
    {
        var folder = Run(Chain()).Folder;
        Directory.Delete(folder.Path, recursive: true);
        var cleaning = RunCleaning.Plan(Runs, []);
        using var claim = SourceRecord.TryClaim(Stage);

        Assert.That(cleaning.Remove().Single(), Does.Contain("a process is at it"));
        Assert.That(Directory.Exists(Stage), Is.True);
    }

    [Test]
    public void Clean_RunBegunSinceThePlan_KeepsItsStage()
    {
        Directory.Delete(Run(Chain()).Folder.Path, recursive: true);
        var cleaning = RunCleaning.Plan(Runs, []);
        Run(Chain());

        Assert.That(cleaning.Remove().Single(), Does.Contain("has begun since"));
        Assert.That(RunInventory.Read(Runs).Stages, Has.Count.EqualTo(1));
    }

    [Test]
    public void Clean_LiveRun_IsRefused()
    {
        var folder = Run(Chain()).Folder;
        using var held = RunLock.Take(folder.Path);

        Assert.That(() => RunCleaning.Plan(Runs, [folder.Path]), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3710"));
    }

    [TestCase("test")]
    [TestCase("test/20260131-120001")]
    [TestCase("stages")]
    public void Clean_NoRun_IsRefused(string name)
    {
        Run(Chain());

        Assert.That(() => RunCleaning.Plan(Runs, [name]), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3621"));
    }

    [Test]
    public void Clean_DamagedRun_RemovesNoStage()
    {
        File.WriteAllText(Path.Combine(Run(Chain()).Folder.Path, "experiment.json"), "{");

        Assert.That(() => RunCleaning.Plan(Runs, []), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH3622"));
        Assert.That(() => RunCleaning.Plan(Runs, ["test/20260131-120000"]), Throws.Nothing);
    }

    [Test]
    public void Clean_EarlierRemovalKilled_CompletesIt()
    {
        var folder = Run(Chain()).Folder;
        Directory.Move(folder.Path, folder.Path + ".removed");

        Clean();

        Assert.That(Directory.GetFiles(Runs, "*", SearchOption.AllDirectories), Is.Empty);
    }

    private string Stage => Directory.GetDirectories(Path.Combine(Runs, "stages")).Single();

    private void Clean(params string[] runs) => Assert.That(RunCleaning.Plan(Runs, runs).Remove(), Is.Empty);

    private static ExperimentPlan Chain(double rate = 0.01) =>
        Plans.Of(new ArmPlan("arm", [Source(null, rate), Goal()])) with { Seeds = [1] };

    private static StagePlan Goal() => Plans.Arm("goal").Final with { From = ["source"] };

    private static StagePlan Source(Action? onRound = null, double rate = 0.01) =>
        Plans.Arm("source", options: new SignalLearnerOptions { Rate = rate, OnRound = _ => onRound?.Invoke() }).Final;
}
