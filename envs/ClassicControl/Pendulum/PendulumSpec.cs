namespace EnvHub.Envs.ClassicControl;

/// <summary>What is known of the pendulum before it is made.</summary>
public static class PendulumSpec
{
    // What a step costs at most: the angle's square, and these times the speed's and the torque's.
    internal const double SpeedCost = 0.1, TorqueCost = 0.001;

    private static readonly PendulumSettings Defaults = new();

    /// <summary>The spec that <paramref name="settings"/> give, with Gymnasium's step limit of 200.</summary>
    public static EnvironmentSpec Of(PendulumSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (speed, torque) = ((float)settings.MaxSpeed, (float)settings.MaxTorque);
        return new()
        {
            Id = EnvironmentId.Parse("Pendulum-v1"),
            ObservationSpace = new BoxSpace([-1, -1, -speed], [1, 1, speed]),
            ActionSpace = new BoxSpace([-torque], [torque]),
            MaxEpisodeSteps = 200,
            RewardRange = (-(Math.PI * Math.PI + SpeedCost * settings.MaxSpeed * settings.MaxSpeed + (float)TorqueCost * torque * torque), 0),
            ReferenceScores = settings == Defaults ? References : null,
            ObservationScaling = new([0, 0, 0], [1, 1, speed]),
        };
    }

    // The random policy was measured here, 100,000 episodes; Gymnasium states no threshold, so the reference is TD3's mean return in the
    // benchmark of RL Baselines3 Zoo.
    private static ReferenceScores References => new(Random: -1228, Reference: -151.9);
}
