namespace EnvHub.Envs.ClassicControl;

/// <summary>What is known of the mountain car before it is made.</summary>
public static class MountainCarSpec
{
    private static readonly MountainCarSettings Defaults = new();

    /// <summary>The spec that <paramref name="settings"/> give, with Gymnasium's step limit of 200.</summary>
    public static EnvironmentSpec Of(MountainCarSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        float speed = (float)settings.MaxSpeed;
        return new()
        {
            Id = EnvironmentId.Parse("MountainCar-v0"),
            ObservationSpace = new BoxSpace([(float)settings.MinPosition, -speed], [(float)settings.MaxPosition, speed]),
            ActionSpace = new DiscreteSpace(3),
            MaxEpisodeSteps = 200,
            RewardThreshold = -110,
            RewardRange = (-1, -1),
            // The random policy was measured here, 100,000 episodes; the reference is Gymnasium's threshold.
            ReferenceScores = settings == Defaults ? new(Random: -200, Reference: -110) : null,
            ObservationScaling = new([-0.3f, 0], [0.9f, 0.07f]),
        };
    }
}
