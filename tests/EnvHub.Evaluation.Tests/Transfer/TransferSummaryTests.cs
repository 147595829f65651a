using EnvHub.Contracts;
using EnvHub.Numerics;

namespace EnvHub.Evaluation.Tests;

public sealed class TransferSummaryTests
{
    private static readonly BootstrapOptions Options = new() { Draws = 500 };

    // The arm starts at 60 and 100 and reaches 100 at once and at step 100; the baseline reaches it at step 200 and never.
    private static readonly CurvePair[] Pairs =
    [
        new(new([0, 100, 200], [60, 100, 100]), new([0, 100, 200], [0, 40, 100])),
        new(new([0, 100, 200], [100, 100, 100]), new([0, 100, 200], [20, 20, 20])),
    ];

    private static readonly TransferSummary Summary = Of(Pairs, new ReferenceScores(0, 200), 100);

    [Test]
    public void Of_Jumpstart_IsTheMeanDifferenceAtTheStart() => Assert.That(Summary.Jumpstart!.Value.Estimate, Is.EqualTo((60 + 80) / 2.0));

    // Mean heights: 90 and 100 against 45 and 20; a score is a return over 200.
    [Test]
    public void Of_AreaDifference_IsOfNormalisedScores() => Assert.That(Summary.AreaDifference.Estimate, Is.EqualTo((45 + 80) / 2.0 / 200).Within(1e-12));

    [Test]
    public void Of_NoReferenceScores_AreaDifferenceIsOfReturns() => Assert.That(Of(Pairs, null, null).AreaDifference.Estimate, Is.EqualTo(62.5).Within(1e-12));

    [Test]
    public void Of_ReturnsMovedByAConstant_LeaveTheAreaDifference()
    {
        CurvePair[] moved =
        [
            new(new([0, 100, 200], [-440, -400, -400]), new([0, 100, 200], [-500, -460, -400])),
            new(new([0, 100, 200], [-400, -400, -400]), new([0, 100, 200], [-480, -480, -480])),
        ];

        Assert.That(Of(moved, new ReferenceScores(-500, -300), null).AreaDifference.Estimate, Is.EqualTo(Summary.AreaDifference.Estimate).Within(1e-12));
    }

    [Test]
    public void Of_Threshold_CountsTheCensoredSeed()
    {
        var times = Summary.Times!;

        Assert.That((times.Reached, times.BaselineReached, times.Horizon), Is.EqualTo((2, 1, 200L)));
        Assert.That((times.Median, times.BaselineMedian), Is.EqualTo(((double?)0, (double?)200)), "half of the arm's seeds are there at once");
        Assert.That((times.Mean, times.BaselineMean, times.Difference.Estimate), Is.EqualTo((50.0, 200.0, -150.0)));
    }

    [Test]
    public void Of_EqualPairs_GivesAnIntervalOfNoWidth()
    {
        var interval = Of([Pairs[0], Pairs[0], Pairs[0]], null, 100).Times!.Difference;

        Assert.That((interval.Low, interval.High), Is.EqualTo((-100.0, -100.0)));
    }

    [Test]
    public void Of_NotMeasuredAtTheStart_HasNoJumpstart() =>
        Assert.That(Of([new(new([10, 20], [1, 2]), Pairs[0].Baseline)], null, null).Jumpstart, Is.Null);

    // Two pairs: a draw's mean is that of (d1, d1), (d1, d2) or (d2, d2): the extremes have a chance of 1/4 each.
    [Test]
    public void Interval_TwoPairs_SpansBothDifferences()
    {
        var interval = Summary.Jumpstart!.Value;

        Assert.That((interval.Low, interval.High), Is.EqualTo((60.0, 80.0)));
    }

    [Test]
    public void Interval_OnePair_HasNoEnds() => Assert.That(Of([Pairs[0]], null, null).AreaDifference.Low, Is.NaN);

    private static TransferSummary Of(CurvePair[] pairs, ReferenceScores? scores, double? threshold) =>
        TransferSummary.Of(pairs, scores, threshold, Options, new RandomGenerator(1));
}
