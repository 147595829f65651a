using EnvHub.Contracts;
using EnvHub.Evaluation;
using EnvHub.Hosting;
using EnvHub.TestKit;

namespace EnvHub.Cli.Tests;

/// <summary>The hub's environments against the real Gymnasium.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Children)]
public sealed class ParityTests : HubFixture
{
    [TestCase("Acrobot-v1")]
    [TestCase("Pendulum-v1")]
    [TestCase("CartPole-v1")]
    [TestCase("MountainCar-v0")]
    [TestCase("MountainCarContinuous-v0")]
    [TestCase("FrozenLake-v1")]
    [TestCase("FrozenLake8x8-v1")]
    [TestCase("CliffWalking-v1")]
    [TestCase("CliffWalkingSlippery-v1")]
    [TestCase("Taxi-v4")]
    [TestCase("Blackjack-v1")]
    public void Of_TwentySeedsOfTwoThousandSteps_IsEqualBitForBit(string id)
    {
        var run = Compare(id, id, new ParityOptions { Seeds = 20, Steps = 2000 });

        Assert.That(run.Result.Difference?.Values, Is.Null, run.Result.Difference?.ToString());
        Assert.That((run.Result.Steps, run.Result.HasGenerators), Is.EqualTo((40_000, true)));
    }

    [Test]
    public void Of_SettingsForBothSides_IsEqualBitForBit()
    {
        var run = Compare("FrozenLake-v1", "FrozenLake-v1", new ParityOptions { Seeds = 2, Steps = 500 }, "is_slippery=false", "max_episode_steps=9");

        Assert.That(run.Result.IsEqual, run.Result.Difference?.ToString());
    }

    [Test]
    public void Of_CompositeSpaces_DrawsGymnasiumsActionsAndIsEqualBitForBit()
    {
        var order = new ParityOrder("composite_environments:Tickets-v0", [], new ParityOptions { Seeds = 3, Steps = 200 }, TimeSpan.FromMinutes(10));
        var run = ParityRun.Of(Tickets.Plan(), RealPython.WithGymnasium, order with { ModuleFolder = Fixtures }, CancellationToken.None);

        Assert.That(run.Result.Difference?.Values, Is.Null, run.Result.Difference?.ToString());
        Assert.That((run.Result.Steps, run.Result.HasGenerators), Is.EqualTo((600, true)));
    }

    [Test]
    public void Of_SlightlyHeavierCartPole_ShowsTheFirstStepAndTheDistance()
    {
        var run = Compare("CartPole-v1", "faulty_environments:HeavyCartPole-v0", new ParityOptions { Seeds = 2, Steps = 500 });

        // The first step moves with the old velocities; its accelerations, which gravity changes, show in the velocities alone.
        Assert.That((run.Result.Difference!.Seed, run.Result.Difference.Episode), Is.EqualTo((0ul, 1)));
        Assert.That(run.Result.Difference.Values.Select(value => value.What), Is.Not.Empty.And.SubsetOf(new[] { "observation[1]", "observation[3]" }));
        Assert.That(run.Result.Difference.Values.Select(value => value.Ulps), Is.All.InRange(1ul, 1000ul));
    }

    [Test]
    public void Of_OtherSpaces_IsRefused() =>
        Assert.That(() => Compare("CartPole-v1", "MountainCar-v0", new ParityOptions { Seeds = 1, Steps = 1 }), Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH5012"));

    [Test]
    public void Of_EnvironmentThatCannotBeMade_TellsPythonsReason() =>
        Assert.That(() => Compare("CartPole-v1", "CartPool-v1", new ParityOptions { Seeds = 1, Steps = 1 }), Throws.TypeOf<HubException>().With.Message.Contains("NameNotFound"));

    [Test]
    public void Of_PythonThatHangs_EndsInTime() => Assert.That(
        () => Compare("CartPole-v1", new ParityOrder("faulty_environments:HangsCartPole-v0", [], new ParityOptions { Seeds = 1, Steps = 1 }, TimeSpan.FromSeconds(4)), []),
        Throws.TypeOf<HubException>().With.Property("Code").EqualTo("EH5011"));

    private ParityRun Compare(string native, string python, ParityOptions options, params string[] set) =>
        Compare(native, new ParityOrder(python, PythonOptions.Arguments(set), options, TimeSpan.FromMinutes(10)), set);

    private ParityRun Compare(string native, ParityOrder order, string[] set)
    {
        var (task, _) = EnvironmentPlanner.Plan(Hub.Open(HubFile).Catalog, native, set, []);
        return ParityRun.Of(task, RealPython.WithGymnasium, order with { ModuleFolder = Fixtures }, CancellationToken.None);
    }
}
