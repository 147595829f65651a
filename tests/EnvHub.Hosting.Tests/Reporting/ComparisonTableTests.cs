using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class ComparisonTableTests
{
    [Test]
    public void Of_EightSeeds_GivesMeanInterquartileMeanMinAndSolved()
    {
        var row = ComparisonTable.Of([.. new double[] { 8, 1, 7, 2, 6, 3, 5, 4 }.Select((mean, i) => Record(i, [("A", mean)]))]).Rows.Single();

        Assert.That((row.Seeds, row.Mean, row.Iqm, row.Min, row.Solved), Is.EqualTo((8, 4.5, 4.5, 1.0, 3)), "thresholds of 6; middle half 3, 4, 5, 6");
    }

    [Test]
    public void Of_OutlyingSeed_LeavesTheInterquartileMean()
    {
        var row = ComparisonTable.Of([.. new double[] { -100, 5, 6, 7 }.Select((mean, i) => Record(i, [("A", mean)]))]).Rows.Single();

        Assert.That((row.Mean, row.Iqm), Is.EqualTo((-20.5, 5.5)));
    }

    [Test]
    public void Of_MultiTaskArm_CountsSeedsWhoseNetworkSolvesAll()
    {
        var table = ComparisonTable.Of([Record(1, [("A", 9), ("B", 9)]), Record(2, [("A", 9), ("B", 0)]), Record(3, [("A", 0), ("B", 9)])]);

        Assert.That(table.Rows.Select(row => row.Solved), Is.EqualTo(new[] { 2, 2 }));
        Assert.That(table.Joint.Single(), Is.EqualTo(new JointRow("arm", 3, 1, null)));
    }

    [Test]
    public void Of_VariantsOfOneEnvironment_AveragesEachSeedsWorst()
    {
        var table = ComparisonTable.Of(
            [Variants(1, [("A", 9), ("B", 1)]), Variants(2, [("A", 2), ("B", 8)]), Variants(3, [("A", 5), ("B", 7)]), Ended(4, TrialState.Failed)]);

        Assert.That(table.Variants.Single(row => row.Environment == "family"), Is.EqualTo(new VariantsRow("arm", "family", 2, 3, 32.0 / 6, 8.0 / 3)));
    }

    [Test]
    public void Of_TasksOfDifferentEnvironments_HaveNoCommonMean() =>
        Assert.That(ComparisonTable.Of([Record(1, [("A", 9), ("B", 1)])]).Variants, Is.Empty);

    [Test]
    public void Of_FailedAndCancelledTrials_AreCountedButNotAveraged()
    {
        var table = ComparisonTable.Of([Record(1, [("A", 8)]), Ended(2, TrialState.Failed), Ended(3, TrialState.Cancelled)]);
        var row = table.Rows.Single();

        Assert.That((row.Seeds, row.Mean, row.Failed, row.Cancelled), Is.EqualTo((1, 8.0, 1, 1)));
    }

    [Test]
    public void Of_NothingFinished_LeavesFiguresEmpty()
    {
        var row = ComparisonTable.Of([Ended(1, TrialState.Failed)]).Rows.Single();

        Assert.That((row.Mean, row.Iqm, row.Min, row.Solved, row.Seconds), Is.EqualTo(((double?)null, (double?)null, (double?)null, (int?)null, (double?)null)));
    }

    [Test]
    public void Of_Seconds_AveragesTrials() =>
        Assert.That(ComparisonTable.Of([Record(1, [("A", 8)]), Record(4, [("A", 8)])]).Rows.Single().Seconds, Is.EqualTo(2.5), "a trial takes its seed in seconds");

    private static TrialResult Ended(int seed, TrialState status)
    {
        var record = Record(seed, [("A", 0)]);
        return record with { Status = status, Tasks = [.. record.Tasks.Select(task => task with { Final = null })] };
    }

    private static TrialResult Variants(int seed, IReadOnlyList<(string Task, double Mean)> tasks)
    {
        var record = Record(seed, tasks);
        return record with { Tasks = [.. record.Tasks.Select(task => task with { Environment = "family" })] };
    }

    internal static TrialResult Record(int seed, IReadOnlyList<(string Task, double Mean)> tasks) => new()
    {
        Experiment = "test",
        Suite = "suite",
        Arm = "arm",
        Learner = "learner",
        Scope = tasks.Count > 1 ? LearnerScope.MultiTask : LearnerScope.SingleTask,
        Backend = "none",
        Seed = (ulong)seed,
        Status = TrialState.Finished,
        Steps = 100,
        Updates = 10,
        Seconds = seed,
        StepsPerSecond = 1,
        Tasks = [.. tasks.Select(task => new TaskResult
        {
            Task = task.Task,
            Environment = task.Task,
            SolvedReturn = 6,
            Steps = 100,
            Episodes = 1,
            Final = ReturnSummary.Of([task.Mean], 6),
        })],
        Provenance = Plans.Provenance,
    };
}
