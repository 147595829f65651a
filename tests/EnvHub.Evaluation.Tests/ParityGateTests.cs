using EnvHub.Numerics;

namespace EnvHub.Evaluation.Tests;

public sealed class ParityGateTests
{
    private static readonly ParityOptions Options = new() { Seeds = 3, FirstSeed = 5, Steps = 10 };

    [Test]
    public void Compare_EqualSides_CountsStepsAndEpisodes()
    {
        var result = ParityGate.Compare(new Counter(), new Counter(), Options);

        // Every fourth step ends an episode: 2 ends in 10 steps.
        Assert.That(result, Is.EqualTo(new ParityResult(Steps: 30, Episodes: 6, HasGenerators: true, Difference: null)));
    }

    [Test]
    public void Compare_OneUlpInTheSecondSeed_IsFoundWithItsPlaceAndDistance()
    {
        var other = new Counter { Change = (seed, step, record) => { if ((seed, step) == (6, 7)) record.Observation[1] = MathF.BitIncrement(7); } };
        var result = ParityGate.Compare(new Counter(), other, Options);

        Assert.That(result.Steps, Is.EqualTo(17));
        Assert.That((result.Difference!.Seed, result.Difference.Step, result.Difference.Episode), Is.EqualTo((6ul, 7, 2)));
        Assert.That(result.Difference.Values, Is.EqualTo(new[] { new ParityValue("observation[1]", "7", "7.0000005", 1) }));
    }

    [TestCase("reward")]
    [TestCase("terminated")]
    [TestCase("truncated")]
    [TestCase("action[0]")]
    [TestCase("first observation[0]")]
    [TestCase("generator")]
    public void Compare_OneChange_IsNamed(string what)
    {
        var other = new Counter { Change = (_, step, record) => { if (step == 4) Alter(record, what); } };
        var result = ParityGate.Compare(new Counter(), other, Options);

        Assert.That(result.Difference!.Step, Is.EqualTo(4));
        Assert.That(result.Difference.Values.Select(value => value.What), Is.EqualTo(new[] { what }));
    }

    [Test]
    public void Compare_ZerosOfOtherSign_Differ()
    {
        var other = new Counter { Change = (_, step, record) => { if (step == 0) record.Observation[0] = -0.0; } };
        var result = ParityGate.Compare(new Counter(), other, Options);

        Assert.That(result.Difference!.Values, Is.EqualTo(new[] { new ParityValue("observation[0]", "0", "-0", 0) }));
    }

    [Test]
    public void Compare_OtherSizes_AreRefused() => Assert.That(
        () => ParityGate.Compare(new Counter(), new Counter { Layout = new(3, 1, IsSinglePrecision: true) }, Options), Throws.ArgumentException);

    private static void Alter(TrajectoryRecord record, string what)
    {
        switch (what)
        {
            case "reward": record.Reward += 1; break;
            case "terminated": record.Terminated = !record.Terminated; break;
            case "truncated": record.Truncated = !record.Truncated; break;
            case "action[0]": record.Action[0] += 1; break;
            case "first observation[0]": record.FirstObservation[0] += 1; break;
            default: record.Generator = record.Generator!.Value with { HasCachedHalf = true }; break;
        }
    }

    // Observes 0 and the step; every fourth step ends an episode.
    private sealed class Counter : ITrajectorySource
    {
        private ulong _seed;
        private int _step;

        public TrajectoryLayout Layout { get; init; } = new(2, 1, IsSinglePrecision: true);

        public Action<ulong, int, TrajectoryRecord>? Change { get; init; }

        public void Begin(ulong seed, TrajectoryRecord record)
        {
            (_seed, _step) = (seed, 0);
            Fill(record);
        }

        public void Advance(TrajectoryRecord record)
        {
            _step++;
            Fill(record);
        }

        private void Fill(TrajectoryRecord record)
        {
            record.Action.Fill(_step);
            record.Observation.Clear();
            record.Observation[1] = _step;
            record.FirstObservation.Fill(_step);
            (record.Reward, record.Terminated, record.Truncated) = (1, _step > 0 && _step % 4 == 0, false);
            record.Generator = new Pcg64State(_seed, 1, HasCachedHalf: false, 0);
            Change?.Invoke(_seed, _step, record);
        }
    }
}
