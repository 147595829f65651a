using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class TrialLoopTests
{
    [Test]
    public void Round_AfterWarmUp_AllocatesNothing()
    {
        using var loop = new TrialLoop(TrialList.Of(Plans.Of(Plans.Arm("multi")))[0]);
        for (int i = 0; i < 200; i++) loop.Round();

        Assert.That(AllocationMeter.Measure(() =>
        {
            for (int i = 0; i < 1000; i++) loop.Round();
        }), Is.Zero);
    }

    [Test]
    public void Round_TaskOfBothScopes_MeetsTheSameEpisodes()
    {
        var single = TrialList.Of(Plans.Of(Plans.Arm("single", LearnerScope.SingleTask))).First(trial => trial.Tasks[0].Spec.Name == "Signal-v1");
        var multi = TrialList.Of(Plans.Of(Plans.Arm("multi")))[0];

        Assert.That(FirstObservations(single, 0), Is.EqualTo(FirstObservations(multi, 1)));
    }

    [Test]
    public void Evaluators_TrainingAndFinal_ShareNoSeed()
    {
        using var training = new PolicyEvaluator(Plans.Task("Signal-v0"), PolicyEvaluator.Training, 1000);
        using var final = new PolicyEvaluator(Plans.Task("Signal-v0"), PolicyEvaluator.Final, 1000);

        Assert.That(training.Seeds.Intersect(final.Seeds), Is.Empty);
    }

    [Test]
    public void EpisodeReturns_MoreThanAHundred_AveragesTheLastHundred()
    {
        var returns = new EpisodeReturns(1);
        for (int i = 1; i <= 150; i++) returns.Add([i], [i % 2 == 0], [i % 2 == 1]);

        Assert.That(returns.LastMean, Is.EqualTo(100.5), "the mean of 51 to 150");
    }

    private static float[] FirstObservations(Trial trial, int task)
    {
        using var loop = new TrialLoop(trial);
        return loop.Tasks[task].Observations.ToArray();
    }
}
