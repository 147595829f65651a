using EnvHub.Contracts;
using EnvHub.Evaluation;

namespace EnvHub.TestKit;

/// <summary>Environments under settings that no recording has, each beside the real Gymnasium's under the same.</summary>
public sealed class GymnasiumCases
{
    private const ulong Seed = 11;
    private const int Steps = 3000;
    private readonly (string Json, Func<IVectorEnvironment> Create)[] _cases;
    private readonly Lazy<IReadOnlyList<string>> _expected;   // one Python process computes all

    /// <param name="cases">What <see cref="GymnasiumHashes.Compute"/> takes, and one copy of the environment under the same settings.</param>
    public GymnasiumCases(params (string Json, Func<IVectorEnvironment> Create)[] cases)
    {
        _cases = cases;
        _expected = new(() => GymnasiumHashes.Compute(_cases.Select(c => c.Json), Seed, Steps));
    }

    /// <summary>The index of every case, shown as its JSON.</summary>
    public IEnumerable<TestCaseData> Indices() => _cases.Select((c, index) => new TestCaseData(index).SetArgDisplayNames(c.Json));

    /// <summary>Asserts that random actions give the real Gymnasium's trajectory, bit for bit.</summary>
    public void AssertSame(int index)
    {
        using var environment = _cases[index].Create();
        Assert.That(TrajectoryHash.Compute(environment, Seed, Steps), Is.EqualTo(_expected.Value[index]));
    }
}
