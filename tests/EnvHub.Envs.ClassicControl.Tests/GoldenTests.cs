namespace EnvHub.Envs.ClassicControl.Tests;

public sealed class GoldenTests : GoldenContract
{
    protected override IVectorEnvironment Create(string id) => id switch
    {
        "CartPole-v1" => new CartPole(count: 1),
        "MountainCar-v0" => new MountainCar(count: 1),
        "MountainCarContinuous-v0" => new MountainCarContinuous(count: 1),
        "Acrobot-v1" => new Acrobot(count: 1),
        "Pendulum-v1" => new Pendulum(count: 1),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "not of this plugin"),
    };
}
