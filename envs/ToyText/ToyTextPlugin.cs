namespace EnvHub.Envs.ToyText;

/// <summary>Registers the toy-text environments.</summary>
public sealed class ToyTextPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub)
    {
        hub.AddEnvironment<FrozenLakeSettings>("FrozenLake-v1",
            static settings => FrozenLakeSpec.Of(settings, isLarge: false), static (settings, count) => new FrozenLake(count, settings));
        hub.AddEnvironment<FrozenLake8x8Settings>("FrozenLake8x8-v1",
            static settings => FrozenLakeSpec.Of(settings, isLarge: true), static (settings, count) => new FrozenLake(count, settings, isLarge: true));
        hub.AddEnvironment<CliffWalkingSettings>("CliffWalking-v1",
            static settings => CliffWalkingSpec.Of(settings, isSlipperyByDefault: false), static (settings, count) => new CliffWalking(count, settings));
        hub.AddEnvironment<CliffWalkingSlipperySettings>("CliffWalkingSlippery-v1",
            static settings => CliffWalkingSpec.Of(settings, isSlipperyByDefault: true),
            static (settings, count) => new CliffWalking(count, settings, isSlipperyByDefault: true));
        hub.AddEnvironment<TaxiSettings>("Taxi-v4", TaxiSpec.Of, static (settings, count) => new Taxi(count, settings));
        hub.AddEnvironment<BlackjackSettings>("Blackjack-v1", BlackjackSpec.Of, static (settings, count) => new Blackjack(count, settings));
    }
}
