namespace EnvHub.Hosting.Tests;

/// <summary>A trial's folder that was cut, copied, or holds another's file: a line says so, and nothing else is lost.</summary>
public sealed class DamagedRunTests : RunFolderFixture
{
    [Test]
    public void Result_CutAtAnyByte_IsToldAndTheOtherTrialsStay()
    {
        var (folder, file, bytes) = TwoTrials();
        for (int length = 1; length < bytes.Length; length += 37)
        {
            File.WriteAllBytes(file, bytes[..length]);
            var problems = new List<string>();

            Assert.That(RunRecords.Read(folder.Path, problems).Select(record => record.Seed), Is.EqualTo(new ulong[] { 2 }));
            Assert.That(problems.Single(), Does.StartWith("EH3506").And.Contain("seed-1"));
        }
        Assert.That(RunInventory.Read(Runs).Runs.Single(), Has.Property("State").EqualTo(RunState.Unfinished).And.Property("Problem").Contain("seed-1"));
    }

    [Test]
    public void Result_OfAnotherTrial_DoesNotCountTwice()
    {
        var (folder, file, _) = TwoTrials();
        File.Copy(file.Replace("seed-1", "seed-2", StringComparison.Ordinal), file, overwrite: true);
        var problems = new List<string>();

        Assert.That(TrialCurves.Read(folder.Path, problems).Select(trial => trial.Result.Seed), Is.EqualTo(new ulong[] { 2 }));
        Assert.That(problems.Single(), Does.StartWith("EH3512").And.Contain("it is of the trial multi/seed-2"));
        Assert.That(RunInventory.Read(Runs).Runs.Single().Problem, Does.Contain("it is of the trial multi/seed-2"));
    }

    [Test]
    public void Folder_Copied_IsOfNoTrial()
    {
        var (folder, file, bytes) = TwoTrials();
        string copy = Path.Combine(folder.Path, "multi", "seed-1 (copy)");
        Directory.CreateDirectory(copy);
        File.WriteAllBytes(Path.Combine(copy, Path.GetFileName(file)), bytes);
        var problems = new List<string>();

        Assert.That(RunRecords.Read(folder.Path, problems), Has.Count.EqualTo(2));
        Assert.That(problems.Single(), Does.StartWith("EH3512"));
        Assert.That(RunInventory.Read(Runs).Runs.Single(), Has.Property("State").EqualTo(RunState.Finished).And.Property("Problem").Contain("multi/seed-1 (copy)"));
    }

    [Test]
    public void Resume_DamagedRecord_RunsThatTrialAgainAndSaysSo()
    {
        var plan = Plan();
        var (folder, file, bytes) = TwoTrials();
        File.WriteAllBytes(file, bytes[..100]);
        var progress = new ExperimentProgress(TrialList.Of(plan));

        new EndedTrials(failed: false).Mark(progress, folder);

        Assert.That(progress.Compared.Select(trial => trial.Result is not null), Is.EqualTo(new[] { false, true }));
        Assert.That(progress.Compared[0].Messages.Single(), Does.Contain("EH3506"));
    }

    [Test]
    public void Metrics_NumberBeyondLong_LeavesOutThatTrial()
    {
        var (folder, file, _) = TwoTrials();
        string metrics = Path.Combine(Path.GetDirectoryName(file)!, "metrics.csv");
        string[] lines = File.ReadAllLines(metrics);
        File.WriteAllLines(metrics, [lines[0], "99999999999999999999" + lines[1][lines[1].IndexOf(',', StringComparison.Ordinal)..]]);
        var problems = new List<string>();

        Assert.That(TrialCurves.Read(folder.Path, problems), Has.Count.EqualTo(1));
        Assert.That(problems.Single(), Does.StartWith("EH3506"));
    }

    private static ExperimentPlan Plan() => Plans.Of(Plans.Arm("multi")) with { Seeds = [1, 2] };

    private (RunFolder Folder, string File, byte[] Bytes) TwoTrials()
    {
        var folder = Run(Plan()).Folder;
        string file = Path.Combine(folder.Path, "multi", "seed-1", "result.json");
        return (folder, file, File.ReadAllBytes(file));
    }
}
