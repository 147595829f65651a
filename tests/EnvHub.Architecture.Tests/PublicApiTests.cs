namespace EnvHub.Architecture.Tests;

/// <summary>What plugin authors compile against changes on purpose only: the approved text is part of the change.</summary>
public sealed class PublicApiTests
{
    [TestCase(typeof(EnvHub.Contracts.ILearner))]
    [TestCase(typeof(EnvHub.Numerics.RandomGenerator))]
    public void Assembly_PublicApi_IsAsApproved(Type anyTypeOfIt)
    {
        string name = anyTypeOfIt.Assembly.GetName().Name!;
        string approved = RepositoryRoot.Combine("tests", "EnvHub.Architecture.Tests", "Approved", $"{name}.txt");
        string received = Path.Combine(AppContext.BaseDirectory, $"{name}.received.txt");
        string api = PublicApi.Describe(anyTypeOfIt.Assembly);
        File.WriteAllText(received, api);
        Assert.That(api, Is.EqualTo(File.Exists(approved) ? File.ReadAllText(approved) : ""),
            $"The public API changed. If that is meant, copy {received} over {approved} and say so in CHANGELOG.md.");
    }
}
