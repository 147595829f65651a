namespace EnvHub.Learning.Tests;

public class EpsilonGreedyTests
{
    private const int Copies = 4;
    private static readonly float[] Observations = [1, 0, 0, /**/ 0, 1, 0, /**/ 0, 0, 1, /**/ 0, 1, 0];

    [Test]
    public void Act_EpsilonZero_TakesTheHighestValueOfEachCopy()
    {
        Assert.That(ActOnce(Explorer(seed: 1), epsilon: 0).Actions, Is.EqualTo(new[] { 0, 1, 2, 1 }));
    }

    [Test]
    public void Act_EpsilonOne_AsksNoNetworkAndDrawsUniformly()
    {
        const int rounds = 3_000;
        var (explorer, counts) = (Explorer(seed: 2), new int[3]);
        for (int i = 0; i < rounds; i++)
        {
            var (actions, rows) = ActOnce(explorer, epsilon: 1);
            Assert.That(rows, Is.Zero);
            foreach (int action in actions) counts[action]++;
        }
        // Five standard deviations of a binomial count around 4,000.
        Assert.That(counts, Is.All.EqualTo(rounds * Copies / 3).Within(260));
    }

    [Test]
    public void Act_EpsilonBetween_ForwardsTheGreedyCopiesAlone()
    {
        const int rounds = 3_000;
        var explorer = Explorer(seed: 3);
        int greedy = 0;
        for (int i = 0; i < rounds; i++) greedy += ActOnce(explorer, epsilon: 0.25).Rows;
        // Five standard deviations of a binomial count around 9,000.
        Assert.That(greedy, Is.EqualTo(0.75 * rounds * Copies).Within(240));
    }

    private static (int[] Actions, int Rows) ActOnce(EpsilonGreedy explorer, double epsilon)
    {
        using var network = new EchoNetwork(3);
        var actions = new int[Copies];
        explorer.Act(network, epsilon, Observations, actions);
        return (actions, network.LastRows);
    }

    private static EpsilonGreedy Explorer(ulong seed)
    {
        var environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse("Test"), ObservationSpace = BoxSpace.Uniform(0, 1, 3), ActionSpace = new DiscreteSpace(3),
        };
        return new(0, 3, Copies, new ObservationScaler(environment, useConstants: false), new RandomGenerator(seed));
    }
}
