using System.Text.Json;
using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class TeacherTableTests : RunFolderFixture
{
    private static readonly ReferenceScores Scores = new(Random: -200, Reference: -110);

    [Test]
    public void Read_StudentsOfTwoSeeds_AreMeasuredBetweenRandomAndTheirTeacher()
    {
        Write("stages/key-1", Record(1, ("A", -100)));
        Write("stages/key-2", Record(2, ("A", -100), ("B", -150)));
        Write("exp/run/arm/seed-1", Record(1, ("A", -110)), "key-1");
        Write("exp/run/arm/seed-2", Record(2, ("A", -102), ("B", -140)), "key-2");

        var table = TeacherTable.Read(Path.Combine(Runs, "exp", "run"), required: 0.95);

        Assert.That(table.Rows.Select(row => (row.Task, row.Share.Seeds)), Is.EqualTo(new[] { ("A", 2), ("B", 1) }));
        Assert.That(table.Rows[0].Share.Mean, Is.EqualTo(0.94).Within(1e-12), "shares of 0.9 and 0.98");
        Assert.That(table.Rows[0].Share.Lowest, Is.EqualTo(0.9).Within(1e-12));
        Assert.That(table.Arms.Single().Share.Mean, Is.EqualTo((0.9 + (0.98 + 1.2) / 2) / 2).Within(1e-12));
        Assert.That(table.Arms.Single().Reached, Is.EqualTo(1));
    }

    [Test]
    public void Read_TwoTeachersOfATask_TheirMeanReturnCounts()
    {
        Write("stages/key-1", Record(1, ("A", -100)));
        Write("stages/key-2", Record(1, ("A", -120)));
        Write("exp/run/arm/seed-1", Record(1, ("A", -110)), "key-1", "key-2");

        Assert.That(TeacherTable.Read(Path.Combine(Runs, "exp", "run"), 0.95).Rows.Single().TeacherReturn, Is.EqualTo(-110));
    }

    [Test]
    public void Read_NoTrialWithSources_Refuses()
    {
        Write("exp/run/arm/seed-1", Record(1, ("A", -110)));
        Assert.That(() => TeacherTable.Read(Path.Combine(Runs, "exp", "run"), 0.95), Throws.InstanceOf<HubException>().With.Property("Code").EqualTo("EH3610"));
    }

    [Test]
    public void Read_TeacherThatIsNotAsItWasWritten_IsLeftOutAndTold()
    {
        Write("stages/key-1", Record(1, ("A", -100)));
        Write("stages/key-2", Record(2, ("A", -100)));
        Write("exp/run/arm/seed-1", Record(1, ("A", -110)), "key-1");
        Write("exp/run/arm/seed-2", Record(2, ("A", -110)), "key-2");
        foreach (string key in (string[])["key-1", "key-2"])
        {
            string stage = Path.Combine(Runs, "stages", key);
            foreach (string file in (string[])["model.safetensors", "state.safetensors"]) File.WriteAllText(Path.Combine(stage, file), key);
            using var record = SourceRecord.TryClaim(stage)!;
            record.Seal();
        }
        File.Copy(Path.Combine(Runs, "stages", "key-2", "result.json"), Path.Combine(Runs, "stages", "key-1", "result.json"), overwrite: true);

        var table = TeacherTable.Read(Path.Combine(Runs, "exp", "run"), 0.95);

        Assert.That(table.Rows.Single().Share.Seeds, Is.EqualTo(1));
        Assert.That(table.Problems.Single(), Does.StartWith("EH3513").And.Contain("key-1").And.Contain("result.json is not as it was written"));
    }

    private void Write(string folder, TrialResult result, params string[] sources)
    {
        string path = Path.Combine(Runs, folder);
        Directory.CreateDirectory(path);
        File.WriteAllBytes(Path.Combine(path, "result.json"), JsonSerializer.SerializeToUtf8Bytes(result, HostingJson.Default.TrialResult));
        File.WriteAllText(Path.Combine(path, "config.json"), sources.Length == 0 ? "{}" : $$"""{ "sources": [{{string.Join(", ", sources.Select(key => $$"""{ "key": "{{key}}" }"""))}}] }""");
    }

    private static TrialResult Record(int seed, params (string Task, double Mean)[] tasks) => new()
    {
        Experiment = "test",
        Suite = "suite",
        Arm = "arm",
        Learner = "learner",
        Scope = LearnerScope.MultiTask,
        Backend = "none",
        Seed = (ulong)seed,
        Status = TrialState.Finished,
        Steps = 100,
        Updates = 10,
        Seconds = 1,
        StepsPerSecond = 1,
        Tasks = [.. tasks.Select(task => new TaskResult
        {
            Task = task.Task, Environment = task.Task, ReferenceScores = Scores, Steps = 100, Episodes = 1, Final = ReturnSummary.Of([task.Mean], null),
        })],
        Provenance = Plans.Provenance,
    };
}
