namespace EnvHub.Envs.ToyText.Tests;

public sealed class SnapshotTests
{
    private static readonly Func<IVectorEnvironment>[] All =
    [
        static () => new Blackjack(2), static () => new CliffWalking(2), static () => new FrozenLake(2), static () => new Taxi(2),
        static () => new Taxi(2, new TaxiSettings { FicklePassenger = true, IsRainy = true }),
    ];

    [TestCaseSource(nameof(All))]
    public void CanSnapshot_EveryEnvironment_IsTrue(Func<IVectorEnvironment> create)
    {
        using var environment = create();
        Assert.That(environment, Is.InstanceOf<ISnapshotEnvironment>().With.Property(nameof(ISnapshotEnvironment.CanSnapshot)).True);
    }
}
