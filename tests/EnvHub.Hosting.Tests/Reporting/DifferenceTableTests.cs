using EnvHub.Numerics;

namespace EnvHub.Hosting.Tests;

public sealed class DifferenceTableTests
{
    [Test]
    public void Of_ConstantGain_IsThatGainExactly()
    {
        var row = DifferenceTable.Of([.. Records("a", [1, 5, 9]), .. Records("b", [3, 7, 11])]).Single();

        Assert.That((row.Arm, row.Other, row.Task, row.Pairs), Is.EqualTo(("b", "a", "task", 3)));
        Assert.That((row.Difference.Estimate, row.Difference.Low, row.Difference.High, row.Sign), Is.EqualTo((2.0, 2.0, 2.0, 1)), "pairs, not arms, are drawn");
        Assert.That(row.Probability, Is.EqualTo(6 / 9.0), "of 9 pairs drawn apart, 6 have b above a");
    }

    [Test]
    public void Of_ThreeArms_ComparesEachPairOnce() => Assert.That(
        DifferenceTable.Of([.. Records("c", [1]), .. Records("a", [1]), .. Records("b", [1])]).Select(row => (row.Arm, row.Other)),
        Is.EqualTo(new[] { ("b", "a"), ("c", "a"), ("c", "b") }));

    [Test]
    public void Of_SeedsThatOneArmLacks_PairsTheCommonOnes()
    {
        var row = DifferenceTable.Of([.. Records("a", [1, 2, 3, 100]), .. Records("b", [2, 3, 4])]).Single();

        Assert.That((row.Pairs, row.Difference.Estimate), Is.EqualTo((3, 1.0)));
    }

    [Test]
    public void Of_FailedTrialAndNaN_AreLeftOut()
    {
        var failed = Records("b", [50])[0] with { Seed = 9, Status = TrialState.Failed };
        var row = DifferenceTable.Of([.. Records("a", [1, 2, double.NaN]), .. Records("b", [2, 3, 4]), failed]).Single();

        Assert.That((row.Pairs, row.Difference.Estimate), Is.EqualTo((2, 1.0)));
    }

    [Test]
    public void Of_OneSeed_HasNoEndsAndSaysNothing()
    {
        var row = DifferenceTable.Of([.. Records("a", [1]), .. Records("b", [5])]).Single();

        Assert.That((row.Difference.Low, row.Sign), Is.EqualTo((double.NaN, 0)));
    }

    [Test]
    public void Of_NoCommonTask_IsEmpty() => Assert.That(DifferenceTable.Of(Records("a", [1, 2])), Is.Empty);

    /// <summary>Of 200 simulated studies with 20 seeds, normal scores and equal arms, 16 are called different: 8 %, where 5 % is the level and a bootstrap of
    /// 20 values is known to be some points too narrow. Of 200 whose arm is worse by one deviation, 177 are called worse, none better; a t test shows it in
    /// 87 % of such studies. Margins: three deviations of a count.</summary>
    [TestCase(0.0, 4, 22, 0)]
    [TestCase(-1.0, 160, 200, -1)]
    public void Of_SimulatedArms_AreCalledDifferentAsOftenAsTheyShould(double gain, int fewest, int most, int sign)
    {
        const int Studies = 200, Seeds = 20;
        var random = new RandomGenerator(11);
        var signs = new List<int>();
        for (int study = 0; study < Studies; study++)
        {
            double[] one = [.. Enumerable.Range(0, Seeds).Select(_ => random.Normal(0, 1))], other = [.. Enumerable.Range(0, Seeds).Select(_ => random.Normal(gain, 1))];
            signs.Add(DifferenceTable.Of([.. Records("a", one), .. Records("b", other)]).Single().Sign);
        }
        Assert.That(signs.Count(value => value != 0), Is.InRange(fewest, most));
        if (sign != 0) Assert.That(signs, Has.None.EqualTo(-sign));
    }

    private static TrialResult[] Records(string arm, double[] means) =>
        [.. means.Select((mean, seed) => ComparisonTableTests.Record(seed, [("task", mean)]) with { Arm = arm })];
}
