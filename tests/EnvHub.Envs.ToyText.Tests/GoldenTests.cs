using EnvHub.Evaluation;

namespace EnvHub.Envs.ToyText.Tests;

/// <summary>Every trajectory recorded from Gymnasium, bit for bit; the fixture's <c>meta</c> says with what it was recorded.</summary>
public sealed class GoldenTests
{
    private static readonly GoldenFile Golden = GoldenFile.Load("Fixtures/gymnasium.json");

    [TestCaseSource(nameof(TraceCases))]
    public void Step_RecordedActions_GiveGymnasiumsBits(string id, ulong seed)
    {
        using var environment = Create(id);
        GoldenTrace.AssertReproduced(environment, seed, Golden.Traces(id)[seed]);
    }

    [TestCaseSource(nameof(HashCases))]
    public void Step_TwoThousandRandomActions_GiveGymnasiumsHash(string id, ulong seed)
    {
        using var environment = Create(id);
        Assert.That(TrajectoryHash.Compute(environment, seed, GoldenFile.HashedSteps), Is.EqualTo(Golden.Hashes(id)[seed]));
    }

    private static IEnumerable<object[]> TraceCases() => Golden.TraceCases();

    private static IEnumerable<object[]> HashCases() => Golden.HashCases();

    private static IVectorEnvironment Create(string id) => id switch
    {
        "FrozenLake-v1" => new FrozenLake(count: 1),
        "FrozenLake8x8-v1" => new FrozenLake(count: 1, isLarge: true),
        "CliffWalking-v1" => new CliffWalking(count: 1),
        "CliffWalkingSlippery-v1" => new CliffWalking(count: 1, isSlipperyByDefault: true),
        "Taxi-v4" => new Taxi(count: 1),
        "Blackjack-v1" => new Blackjack(count: 1),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "not of this plugin"),
    };
}
