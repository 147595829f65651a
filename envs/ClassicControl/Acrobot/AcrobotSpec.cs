namespace EnvHub.Envs.ClassicControl;

/// <summary>What is known of the acrobot before it is made.</summary>
public static class AcrobotSpec
{
    private static readonly AcrobotSettings Defaults = new();

    /// <summary>The spec that <paramref name="settings"/> give, with Gymnasium's step limit of 500.</summary>
    public static EnvironmentSpec Of(AcrobotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (speed1, speed2) = ((float)settings.MaxVel1, (float)settings.MaxVel2);
        return new()
        {
            Id = EnvironmentId.Parse("Acrobot-v1"),
            ObservationSpace = new BoxSpace([-1, -1, -1, -1, -speed1, -speed2], [1, 1, 1, 1, speed1, speed2]),
            ActionSpace = new DiscreteSpace(3),
            MaxEpisodeSteps = 500,
            RenderFps = 15,
            RewardThreshold = -100,
            RewardRange = (-1, 0),
            // The random policy was measured here, 100,000 episodes; the reference is Gymnasium's threshold.
            ReferenceScores = settings == Defaults ? new(Random: -498.9, Reference: -100) : null,
            ObservationScaling = new([0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 4 * MathF.PI, 9 * MathF.PI]),
        };
    }
}
