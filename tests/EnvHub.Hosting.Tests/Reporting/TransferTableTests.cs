using EnvHub.Contracts;
using EnvHub.Evaluation;

namespace EnvHub.Hosting.Tests;

public sealed class TransferTableTests : RunFolderFixture
{
    private static readonly TransferOptions AgainstScratch = new() { Baseline = "scratch", Bootstrap = new BootstrapOptions { Draws = 100 } };

    [Test]
    public void Of_TwoArms_PairsTheSeedsThatBothHave()
    {
        var table = TransferTable.Of([Trial("scratch", 1, 0, 10), Trial("scratch", 2, 0, 30), Trial("fine", 2, 20, 30), Trial("fine", 3, 90, 90)], AgainstScratch);
        var row = table.Rows.Single();

        Assert.That((row.Arm, row.Summary.Seeds, row.Summary.Jumpstart!.Value.Estimate, row.SourceSteps), Is.EqualTo(("fine", 1, 20.0, 5000L)));
        Assert.That((row.IsScored, row.Summary.AreaDifference.Estimate), Is.EqualTo((true, 0.1)), "mean heights of 25 and 15, of a reference of 100");
    }

    [Test]
    public void Of_NoThreshold_TakesTheTasksSolvedReturn()
    {
        var times = TransferTable.Of([Trial("scratch", 1, 0, 10), Trial("fine", 1, 20, 30)], AgainstScratch).Rows.Single().Summary.Times!;

        Assert.That((times.Threshold, times.Median, times.BaselineMedian), Is.EqualTo((25.0, (double?)100, (double?)null)));
    }

    [Test]
    public void Of_UnknownBaseline_NamesTheArms() =>
        Assert.That(() => TransferTable.Of([Trial("fine", 1, 0, 1)], AgainstScratch), Throws.TypeOf<HubException>().With.Message.Contains("EH3600").And.Message.Contains("fine"));

    [Test]
    public void Of_NothingInCommon_SaysSo() =>
        Assert.That(() => TransferTable.Of([Trial("scratch", 1, 0, 1), Trial("fine", 2, 0, 1)], AgainstScratch), Throws.TypeOf<HubException>().With.Message.Contains("EH3601"));

    [Test]
    public void Read_AnOrdinaryRun_HasACurveFromStepZero()
    {
        var curves = TrialCurves.Read(Run(Plans.Of(Plans.Arm("multi"))).Folder.Path, []);
        var curve = curves[0].Tasks["Signal-v1"];

        Assert.That((curves.Count, curve.AtStart, curve.LastStep), Is.EqualTo((2, (double?)curve.AtStart, 400L)));
        Assert.That(curve.StepsTo(SignalEnvironment.Length), Is.EqualTo(80), "solved at the first point after the start");
    }

    [Test]
    public void Read_TaskNameWithACommaAndQuotes_IsReadBack()
    {
        File.WriteAllText(Path.Combine(Runs, "metrics.csv"), "step,task,episodes,eval_return_mean\n0,\"a, \"\"b\"\"\",0,1.5\n10,\"a, \"\"b\"\"\",1,\n20,\"a, \"\"b\"\"\",2,2.5\n");

        var curve = MetricsReader.Read(Runs)["a, \"b\""];

        Assert.That((curve.AtStart, curve.LastStep, curve.MeanHeight(20)), Is.EqualTo(((double?)1.5, 20L, 2.0)), "a point without an evaluation is none");
    }

    [Test]
    public void Read_NoColumn_SaysWhichFile()
    {
        File.WriteAllText(Path.Combine(Runs, "metrics.csv"), "step,episodes\n0,1\n");

        Assert.That(() => MetricsReader.Read(Runs), Throws.TypeOf<HubException>().With.Message.Contains("metrics.csv").And.Message.Contains("'task'"));
    }

    private static TrialCurves Trial(string arm, ulong seed, double first, double last)
    {
        var task = new TaskResult { Task = "Pole", Environment = "Pole", SolvedReturn = 25, ReferenceScores = new ReferenceScores(0, 100), Steps = 100, Episodes = 1 };
        var result = new TrialResult
        {
            Experiment = "test",
            Suite = "suite",
            Arm = arm,
            Learner = "learner",
            Scope = LearnerScope.SingleTask,
            Backend = "none",
            Seed = seed,
            Status = TrialState.Finished,
            Steps = 100,
            SourceSteps = arm == "fine" ? 5000 : 0,
            Updates = 1,
            Seconds = 1,
            StepsPerSecond = 1,
            Tasks = [task],
            Provenance = Plans.Provenance,
        };
        return new(result, new Dictionary<string, LearningCurve> { ["Pole"] = new([0, 100], [first, last]) });
    }
}
