namespace EnvHub.Envs.ClassicControl;

/// <summary>What is known of the continuous mountain car before it is made.</summary>
public static class MountainCarContinuousSpec
{
    // What reaching the goal is worth, and what a step costs: this times the action's square.
    internal const double GoalReward = 100, ActionCost = 0.1;

    private static readonly MountainCarContinuousSettings Defaults = new();

    /// <summary>The spec that <paramref name="settings"/> give, with Gymnasium's step limit of 999.</summary>
    public static EnvironmentSpec Of(MountainCarContinuousSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        float speed = (float)settings.MaxSpeed;
        return new()
        {
            Id = EnvironmentId.Parse("MountainCarContinuous-v0"),
            ObservationSpace = new BoxSpace([(float)settings.MinPosition, -speed], [(float)settings.MaxPosition, speed]),
            ActionSpace = new BoxSpace([-1], [1]),
            MaxEpisodeSteps = 999,
            RewardThreshold = 90,
            RewardRange = (-ActionCost, GoalReward),
            ReferenceScores = settings == Defaults ? References : null,
            ObservationScaling = new([-0.3f, 0], [0.9f, 0.07f]),
        };
    }

    // The random policy was measured here, 20,026 episodes; the reference is Gymnasium's threshold.
    private static ReferenceScores References => new(Random: -33.1, Reference: 90);
}
