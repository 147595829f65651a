namespace EnvHub.Envs.ClassicControl.Tests;

public sealed class SnapshotTests
{
    private static readonly Func<IVectorEnvironment>[] All =
        [static () => new Acrobot(2), static () => new CartPole(2), static () => new MountainCar(2), static () => new MountainCarContinuous(2), static () => new Pendulum(2)];

    [TestCaseSource(nameof(All))]
    public void CanSnapshot_EveryEnvironment_IsTrue(Func<IVectorEnvironment> create)
    {
        using var environment = create();
        Assert.That(environment, Is.InstanceOf<ISnapshotEnvironment>().With.Property(nameof(ISnapshotEnvironment.CanSnapshot)).True);
    }
}
