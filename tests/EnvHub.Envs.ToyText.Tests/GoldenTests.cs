namespace EnvHub.Envs.ToyText.Tests;

public sealed class GoldenTests : GoldenContract
{
    protected override IVectorEnvironment Create(string id) => id switch
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
