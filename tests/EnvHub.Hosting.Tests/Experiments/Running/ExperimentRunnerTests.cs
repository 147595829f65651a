using System.Text.Json;
using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class ExperimentRunnerTests : RunFolderFixture
{
    [Test]
    public void Run_SingleTaskLearner_RunsOneTrialPerTaskAndSeed()
    {
        var (folder, results) = Run(Plans.Of(Plans.Arm("single", LearnerScope.SingleTask)));

        Assert.That(results.Select(result => $"{result.Tasks[0].Task} {result.Seed}"),
            Is.EqualTo(new[] { "Signal-v0 1", "Signal-v0 2", "Signal-v1 1", "Signal-v1 2" }));
        Assert.That(Path.Combine(folder.Path, "single", "Signal-v1", "seed-2", "result.json"), Does.Exist);
    }

    [Test]
    public void Run_MultiTaskLearner_RunsOneTrialPerSeed()
    {
        var (folder, results) = Run(Plans.Of(Plans.Arm("multi")));

        Assert.That(results.Select(result => result.Tasks.Count), Is.EqualTo(new[] { 2, 2 }));
        Assert.That(Path.Combine(folder.Path, "multi", "seed-2", "model.safetensors"), Does.Exist);
    }

    [Test]
    public void Run_Finished_RecordsStepsUpdatesAndReturns()
    {
        var result = Run(Plans.Of(Plans.Arm("multi"))).Results[0];

        Assert.That((result.Status, result.Steps, result.Updates), Is.EqualTo((TrialState.Finished, 800L, 100L)));
        Assert.That(result.Tasks[0].Episodes, Is.EqualTo(40), "400 steps in episodes of 10");
        Assert.That(result.Tasks[0].TrainingReturnLast100, Is.InRange(3.0, 7.0), "random actions are paid half of 10");
        Assert.That(result.Tasks[0].Final!.Returns, Is.EqualTo(Enumerable.Repeat(10.0, 7)), "the learned answer is always paid");
        Assert.That(result.SolvedAll, Is.True);
    }

    [Test]
    public void Run_SameTrialTwice_WritesTheSameWeights()
    {
        byte[] first = Model(Run(Plans.Of(Plans.Arm("multi"))).Folder), second = Model(Run(Plans.Of(Plans.Arm("multi"))).Folder);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Run_BesideOthers_WritesTheSameWeightsAsAlone()
    {
        var alone = Plans.Of(Plans.Arm("multi")) with { Seeds = [1] };
        var beside = Plans.Of(Plans.Arm("other", LearnerScope.SingleTask), Plans.Arm("multi"));

        Assert.That(Model(Run(beside, parallel: 4).Folder), Is.EqualTo(Model(Run(alone).Folder)));
    }

    [Test]
    public void Run_AnotherSeed_WritesOtherWeights()
    {
        var folder = Run(Plans.Of(Plans.Arm("multi"))).Folder;

        Assert.That(Model(folder, seed: 2), Is.Not.EqualTo(Model(folder, seed: 1)));
    }

    [Test]
    public void Run_LearnerThrows_FailsThatTrialAlone()
    {
        var broken = Plans.Arm("broken", options: new SignalLearnerOptions { ThrowsInRound = 60 });
        var (folder, results) = Run(Plans.Of(broken, Plans.Arm("sound")), parallel: 2);

        Assert.That(results.Select(result => result.Status),
            Is.EqualTo(new[] { TrialState.Failed, TrialState.Failed, TrialState.Finished, TrialState.Finished }));
        Assert.That(results[0].Reason, Is.EqualTo("InvalidOperationException: the learner is broken"));
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "broken", "seed-1", "failure.txt")), Does.Contain(nameof(SignalLearner)));
    }

    [Test]
    public void Run_Cancelled_KeepsWhatIsFinishedAndMarksTheRest()
    {
        using var source = new CancellationTokenSource();
        int ended = 0;
        var arm = Plans.Arm("multi", options: new SignalLearnerOptions { OnRound = round => { if (round == 50 && ended++ == 1) source.Cancel(); } });
        var plan = Plans.Of(arm) with { Seeds = [1, 2, 3] };

        var (folder, _) = Run(plan, parallel: 1, source.Token);

        Assert.That(RunRecords.Read(folder.Path).Select(result => result.Status),
            Is.EqualTo(new[] { TrialState.Finished, TrialState.Cancelled, TrialState.Cancelled }));
        Assert.That(Path.Combine(folder.Path, "multi", "seed-2", "model.safetensors"), Does.Not.Exist);
    }

    [Test]
    public void Run_KeepBest_WritesAndEvaluatesTheBestWeights()
    {
        var (folder, results) = Run(Plans.Of(Plans.Arm("multi", keepBest: true)));

        Assert.That(Path.Combine(folder.Path, "multi", "seed-1", "best.safetensors"), Does.Exist);
        Assert.That(results[0].Tasks[0].Best!.Step, Is.EqualTo(400), "every evaluation scores the same: the last is kept");
        Assert.That(results[0].Tasks[0].Best!.Returns.Returns, Has.Count.EqualTo(7));
    }

    [Test]
    public void Run_Metrics_HasOneLinePerTaskAndPoint()
    {
        var folder = Run(Plans.Of(Plans.Arm("multi"))).Folder;
        string[] lines = File.ReadAllLines(Path.Combine(folder.Path, "multi", "seed-1", "metrics.csv"));

        Assert.That(lines[0], Does.StartWith("step,task,episodes,training_return_mean,eval_return_mean,updates,loss,mean_action_value,epsilon,learning_rate"));
        Assert.That(lines.Skip(1).Select(line => string.Join(',', line.Split(',')[..2])), Is.EqualTo(
            from step in new[] { 0, 80, 160, 240, 320, 400 } from task in new[] { "Signal-v0", "Signal-v1" } select $"{step},{task}"));
    }

    [Test]
    public void Run_Config_HoldsEveryDefault()
    {
        var folder = Run(Plans.Of(Plans.Arm("multi"))).Folder;
        using var config = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.Path, "multi", "seed-1", "config.json")));

        Assert.That(config.RootElement.GetProperty("options").GetProperty("rate").GetDouble(), Is.EqualTo(0.01));
        Assert.That(config.RootElement.GetProperty("evaluation").GetProperty("finalEpisodes").GetInt32(), Is.EqualTo(7));
        Assert.That(config.RootElement.GetProperty("tasks")[1].GetProperty("environment").GetString(), Is.EqualTo("Signal-v1"));
    }

    [Test]
    public void Run_Result_TellsVersionsAndMachine()
    {
        var record = RunRecords.Read(Run(Plans.Of(Plans.Arm("multi"))).Folder.Path)[0];

        Assert.That(record.Provenance.Plugins["test"], Is.EqualTo("1.2.3"));
        Assert.That(record.Provenance.Machine, Is.EqualTo(Plans.Provenance.Machine));
        Assert.That(record.Seconds, Is.Positive);
    }

    [Test]
    public void Run_Ended_LeavesNoTemporaryFiles()
    {
        var folder = Run(Plans.Of(Plans.Arm("multi"))).Folder;

        Assert.That(Directory.GetFiles(folder.Path, "*.tmp", SearchOption.AllDirectories), Is.Empty);
    }

    private static byte[] Model(RunFolder folder, int seed = 1) =>
        File.ReadAllBytes(Path.Combine(folder.Path, "multi", $"seed-{seed}", "model.safetensors"));
}
