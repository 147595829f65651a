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

    // As many cuts as may be taken in a second; every file of the trial, one after the other.
    [Test]
    public void TrialFolder_AnyFileCutAnywhere_LosesThatTrialAtMost()
    {
        var (folder, file, _) = TwoTrials();
        foreach (string path in Directory.GetFiles(Path.GetDirectoryName(file)!, "*", SearchOption.AllDirectories))
        {
            byte[] bytes = File.ReadAllBytes(path);
            foreach (int length in Enumerable.Range(0, 24).Select(part => bytes.Length * part / 24).Distinct())
            {
                File.WriteAllBytes(path, bytes[..length]);
                var problems = new List<string>();

                var records = RunRecords.Read(folder.Path, problems);

                Assert.That(records.Select(record => record.Seed), Does.Contain(2UL), $"{path}, {length} bytes");
                Assert.That(records, Has.Count.EqualTo(2 - problems.Count), $"{path}, {length} bytes");
                Assert.That(TrialCurves.Read(folder.Path, []).Select(trial => trial.Result.Seed), Does.Contain(2UL), $"{path}, {length} bytes");
                Assert.That(RunInventory.Read(Runs).Runs, Has.Count.EqualTo(1), $"{path}, {length} bytes");
            }
            File.WriteAllBytes(path, bytes);
        }
    }

    [TestCase("config.json")]
    [TestCase("result.json")]
    [TestCase("model.safetensors")]
    [TestCase("state.safetensors")]
    public void Stage_AnyFileCutAnywhere_IsToldWhereItIsRead(string name)
    {
        var (folder, stages) = TwoChains();
        string file = Path.Combine(stages[0].Folder, name);
        byte[] bytes = File.ReadAllBytes(file);
        foreach (int length in Enumerable.Range(0, 8).Select(part => bytes.Length * part / 8).Append(bytes.Length - 1).Distinct())
        {
            File.WriteAllBytes(file, bytes[..length]);
            AssertDamaged(folder, stages, $"{name} is not as it was written");
        }
        File.Delete(file);
        AssertDamaged(folder, stages, $"{name} is missing");
    }

    [TestCase("config.json")]
    [TestCase("result.json")]
    [TestCase("model.safetensors")]
    public void Stage_FileOfAnother_IsToldWhereItIsRead(string name)
    {
        var (folder, stages) = TwoChains();
        File.Copy(Path.Combine(stages[1].Folder, name), Path.Combine(stages[0].Folder, name), overwrite: true);

        AssertDamaged(folder, stages, $"{name} is not as it was written");
    }

    [Test]
    public void Stage_Copied_IsTheFolderOfNoStage()
    {
        var (_, stages) = TwoChains();
        string copy = $"{stages[0].Folder} (copy)";
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.GetFiles(stages[0].Folder)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));

        var inventory = RunInventory.Read(Runs);

        Assert.That(inventory.Stages, Has.Count.EqualTo(2));
        Assert.That(inventory.Strangers, Is.EqualTo(new[] { copy }));
        Assert.That(inventory.Runs.Single().Problem, Is.Null);
    }

    private void AssertDamaged(RunFolder folder, IReadOnlyList<StoredStage> before, string damage)
    {
        var inventory = RunInventory.Read(Runs);
        Assert.That(inventory.Stages.Select(stage => (stage.Key, stage.Problem)), Is.EquivalentTo(new[] { (before[0].Key, damage), (before[1].Key, null) }));
        Assert.That(inventory.Runs.Single().Problem, Is.EqualTo($"The stage {before[0].Key[..8]} that it builds on is damaged: {damage}."));
        var problems = new List<string>();
        Assert.That(RunRecords.Read(folder.Path, problems), Has.Count.EqualTo(2), "what the run's own records say stays");
        Assert.That(problems, Is.Empty);
        using var claim = SourceRecord.TryClaim(before[0].Folder)!;
        Assert.That(claim.Read(out string? found), Is.Null, "who resumes does not take it");
        Assert.That(found, Is.EqualTo(damage));
    }

    // Two seeds, each with a stage of its own.
    private (RunFolder Folder, IReadOnlyList<StoredStage> Stages) TwoChains()
    {
        var goal = Plans.Arm("goal").Final with { From = ["source"] };
        var folder = Run(Plans.Of(new ArmPlan("arm", [Plans.Arm("source").Final, goal])) with { Seeds = [1, 2] }).Folder;
        return (folder, RunInventory.Read(Runs).Stages);
    }

    private static ExperimentPlan Plan() => Plans.Of(Plans.Arm("multi")) with { Seeds = [1, 2] };

    private (RunFolder Folder, string File, byte[] Bytes) TwoTrials()
    {
        var folder = Run(Plan()).Folder;
        string file = Path.Combine(folder.Path, "multi", "seed-1", "result.json");
        return (folder, file, File.ReadAllBytes(file));
    }
}
