using EnvHub.Contracts;
using EnvHub.Evaluation;

namespace EnvHub.TestKit;

/// <summary>Holds environments to every trajectory recorded in the test project's <c>Fixtures/gymnasium.json</c>, bit for bit; the file's
/// <c>meta</c> says with what it was recorded.</summary>
[TestFixture]
public abstract class GoldenContract
{
    private static readonly GoldenFile Golden = GoldenFile.Load("Fixtures/gymnasium.json");

    /// <summary>One copy of a recorded environment.</summary>
    protected abstract IVectorEnvironment Create(string id);

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

    /// <summary>The file's traces.</summary>
    protected static IEnumerable<object[]> TraceCases() => Golden.TraceCases();

    /// <summary>The file's hashes.</summary>
    protected static IEnumerable<object[]> HashCases() => Golden.HashCases();
}
