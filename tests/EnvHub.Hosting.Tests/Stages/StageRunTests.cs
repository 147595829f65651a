using System.Text.Json;
using EnvHub.Contracts;
using EnvHub.Networks;

namespace EnvHub.Hosting.Tests;

public sealed class StageRunTests : RunFolderFixture
{
    [Test]
    public void Run_TenArmsWithTheSameSource_TrainsItOncePerSeed()
    {
        int rounds = 0;
        ArmPlan[] arms = [.. Enumerable.Range(0, 10).Select(i => Chain($"arm-{i}", Source(() => Interlocked.Increment(ref rounds))))];

        var results = Run(Plans.Of(arms), parallel: 4).Results;

        Assert.That(results, Has.Count.EqualTo(20));
        Assert.That(results.Select(result => result.Status), Is.All.EqualTo(TrialState.Finished));
        Assert.That(rounds, Is.EqualTo(200), "2 seeds of 100 rounds");
        Assert.That(Directory.GetDirectories(Path.Combine(Runs, "stages")), Has.Length.EqualTo(2));
    }

    [Test]
    public void Run_AgainLater_TakesTheSourcesRecord()
    {
        int rounds = 0;
        var plan = Plans.Of(Chain("arm", Source(() => rounds++)));
        Run(plan);
        int before = rounds;

        var runner = new ExperimentRunner(plan, RunFolder.Create(Runs, plan.Name, Clock), Plans.Provenance);
        runner.Run(1, default);

        Assert.That(rounds, Is.EqualTo(before));
        Assert.That(runner.Progress.Trials.Where(trial => trial.IsReused).Select(trial => trial.Trial.Stage.Name), Is.EqualTo(new[] { "source", "source" }));
    }

    [Test]
    public void Run_SourceReused_GivesTheSameFinalModel()
    {
        var plan = Plans.Of(Chain("arm", Source()));

        byte[] trained = File.ReadAllBytes(Final(Run(plan).Folder)), reused = File.ReadAllBytes(Final(Run(plan).Folder));

        Assert.That(reused, Is.EqualTo(trained));
    }

    [Test]
    public void Run_LearnerWithSources_StartsFromTheirWeights()
    {
        var folder = Run(Plans.Of(Chain("arm", Source(), rate: 0)) with { Seeds = [1] }).Folder;
        string source = Directory.GetDirectories(Path.Combine(Runs, "stages")).Single();

        Assert.That(Weights(Final(folder))[0], Is.EqualTo(Weights(Path.Combine(source, "model.safetensors")).Sum()), "a rate of 0 leaves what it began with");
    }

    [Test]
    public void Run_SingleTaskSource_GivesOneSourcePerTask()
    {
        var folder = Run(Plans.Of(Chain("arm", Source() with { Learner = Plans.Learner(LearnerScope.SingleTask) })) with { Seeds = [1] }).Folder;
        using var config = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Final(folder))!, "config.json")));

        Assert.That(config.RootElement.GetProperty("sources").EnumerateArray().Select(source => $"{source.GetProperty("stage")} {source.GetProperty("tasks")[0]}"),
            Is.EqualTo(new[] { "source Signal-v0", "source Signal-v1" }));
    }

    [Test]
    public void Run_SourceOfASource_CountsTheStepsOfBoth()
    {
        var middle = Source() with { Name = "middle", From = ["source"], Options = new SignalLearnerOptions { Rate = 0.02 }, Steps = 40 };
        var arm = new ArmPlan("arm", [Source(), middle, Goal() with { From = ["source", "middle"] }]);

        var result = Run(Plans.Of(arm)).Results[0];

        Assert.That((result.Steps, result.SourceSteps), Is.EqualTo((800L, 880L)), "2 tasks of 400, and of 40 steps; the first source counts once");
    }

    [Test]
    public void Run_SourceFails_FailsWhatBuildsOnItAndSaysWhy()
    {
        var broken = Source() with { Options = new SignalLearnerOptions { ThrowsInRound = 3 } };
        var (folder, results) = Run(Plans.Of(Chain("arm", broken), Plans.Arm("sound")), parallel: 2);

        Assert.That(results.Select(result => result.Status), Is.EqualTo(new[] { TrialState.Failed, TrialState.Failed, TrialState.Finished, TrialState.Finished }));
        Assert.That(results[0].Reason, Is.EqualTo("Its source arm/source/seed-1 failed: InvalidOperationException: the learner is broken"));
        Assert.That(RunRecords.Read(folder.Path)[0].Reason, Is.EqualTo(results[0].Reason));
    }

    [Test]
    public void Run_Cancelled_CancelsWhatBuildsOnTheSource()
    {
        using var cancellation = new CancellationTokenSource();
        var source = Source(() => cancellation.Cancel());

        var results = Run(Plans.Of(Chain("arm", source)), 1, cancellation.Token).Results;

        Assert.That(results.Select(result => result.Status), Is.All.EqualTo(TrialState.Cancelled));
    }

    [TestCase("state.safetensors")]
    [TestCase("model.safetensors")]
    [TestCase("result.json")]
    public void Run_SourcesRecordIsDamaged_TrainsItAgainAndSaysSo(string file)
    {
        var plan = Plans.Of(Chain("arm", Source())) with { Seeds = [1] };
        byte[] model = File.ReadAllBytes(Final(Run(plan).Folder));
        string path = Path.Combine(Directory.GetDirectories(Path.Combine(Runs, "stages")).Single(), file);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        var runner = new ExperimentRunner(plan, RunFolder.Create(Runs, plan.Name, Clock), Plans.Provenance);
        runner.Run(1, default);

        Assert.That(runner.Progress.Trials[0].Note, Is.EqualTo($"trained again, as its record was damaged: {file} is not as it was written"));
        Assert.That(File.ReadAllBytes(Directory.GetFiles(Runs, "model.safetensors", SearchOption.AllDirectories)
            .Where(found => found.Contains("-2" + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Single()), Is.EqualTo(model));
    }

    [Test]
    public void Run_AnotherProcessTrainsTheSource_WaitsAndTakesItsResult()
    {
        int rounds = 0;
        var plan = Plans.Of(Chain("arm", Source(() => rounds++)), Plans.Arm("other")) with { Seeds = [1] };
        Run(plan);
        string stage = Directory.GetDirectories(Path.Combine(Runs, "stages")).Single();
        var held = SourceRecord.TryClaim(stage)!;
        var folder = RunFolder.Create(Runs, plan.Name, Clock);
        var runner = new ExperimentRunner(plan, folder, Plans.Provenance);

        var run = Task.Run(() => runner.Run(1, default));
        SpinWait.SpinUntil(() => runner.Progress.Compared[1].Result is not null, TimeSpan.FromMinutes(2));
        bool waited = runner.Progress.Compared[0].Result is null;
        held.Dispose();
        run.Wait(TimeSpan.FromMinutes(2));

        Assert.That((waited, runner.Progress.Compared[0].State, rounds), Is.EqualTo((true, TrialState.Finished, 100)), "the worker did other work meanwhile");
    }

    [Test]
    public void Run_Episodes_EndsTheStageAfterThem()
    {
        var arm = Chain("arm", Source() with { Episodes = 8 });

        Run(Plans.Of(arm) with { Seeds = [1] });
        using var result = JsonDocument.Parse(File.ReadAllBytes(Directory.GetFiles(Path.Combine(Runs, "stages"), "result.json", SearchOption.AllDirectories).Single()));

        Assert.That(result.RootElement.GetProperty("tasks")[0].GetProperty("steps").GetInt64(), Is.EqualTo(80), "4 copies end their second episode of 10 steps");
    }

    [Test]
    public void Evaluate_FinalStage_NeedsItsRunFolderAlone()
    {
        var plan = Plans.Of(Chain("arm", Source())) with { Seeds = [1] };
        var (folder, results) = Run(plan);
        Directory.Delete(Path.Combine(Runs, "stages"), recursive: true);
        var task = plan.Tasks[0];
        var catalog = new HubCatalog([], new([.. plan.Tasks.Select(each => each.Registration)]), new([plan.Arms[0].Final.Learner]), new([plan.Arms[0].Final.Backend]), new([]));

        var returns = TrialPlayer.Open(Path.GetDirectoryName(Final(folder))!, catalog).Evaluate(false, null, default);

        Assert.That(returns[0].Returns, Is.EqualTo(results[0].Tasks[0].Final!.Returns));
        Assert.That(TrialPlayer.Open(Path.GetDirectoryName(Final(folder))!, catalog).Trial.Stage.Name, Is.EqualTo("goal"));
    }

    private static ArmPlan Chain(string name, StagePlan source, double rate = 0.01) => new(name, [source, Goal(rate)]);

    private static StagePlan Goal(double rate = 0.01) =>
        Plans.Arm("goal", options: new SignalLearnerOptions { Rate = rate }).Final with { From = ["source"], Learner = Plans.Learner(LearnerScope.MultiTask) };

    private static StagePlan Source(Action? onRound = null) =>
        Plans.Arm("source", options: new SignalLearnerOptions { OnRound = _ => onRound?.Invoke() }).Final;

    private static string Final(RunFolder folder) => Path.Combine(folder.Path, "arm", "seed-1", "model.safetensors");

    private static float[] Weights(string file)
    {
        var reader = new SafeTensorsReader(File.ReadAllBytes(file));
        var weights = new float[reader.LengthOf("weights")];
        reader.Read("weights", weights.AsSpan());
        return weights;
    }
}
