namespace EnvHub.Envs.ClassicControl;

/// <summary>The plugin's entry point.</summary>
public sealed class ClassicControlPlugin : IHubPlugin
{
    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub)
    {
        foreach (int version in (int[])[0, 1])
            hub.AddEnvironment<CartPoleSettings>($"CartPole-v{version}",
                settings => CartPoleSpec.Of(settings, version), (settings, count) => new CartPole(count, settings, version));
        hub.AddEnvironment<MountainCarSettings>("MountainCar-v0", MountainCarSpec.Of, static (settings, count) => new MountainCar(count, settings));
        hub.AddEnvironment<MountainCarContinuousSettings>("MountainCarContinuous-v0",
            MountainCarContinuousSpec.Of, static (settings, count) => new MountainCarContinuous(count, settings));
        hub.AddEnvironment<PendulumSettings>("Pendulum-v1", PendulumSpec.Of, static (settings, count) => new Pendulum(count, settings));
        hub.AddEnvironment<AcrobotSettings>("Acrobot-v1", AcrobotSpec.Of, static (settings, count) => new Acrobot(count, settings));
    }
}
