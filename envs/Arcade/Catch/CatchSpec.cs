namespace EnvHub.Envs.Arcade;

/// <summary>What is known of <see cref="Catch"/> before it is made.</summary>
public static class CatchSpec
{
    private static readonly CatchSettings Defaults = new();

    /// <summary>The spec that <paramref name="settings"/> give. No step limit: the balls end an episode.</summary>
    public static EnvironmentSpec Of(CatchSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        bool isDefault = settings with { MaxEpisodeSteps = null } == Defaults;
        return new()
        {
            Id = EnvironmentId.Parse("Catch-v0"),
            ObservationSpace = BoxSpace.UniformOf(byte.MinValue, byte.MaxValue, CatchField.Size, CatchField.Size),
            ActionSpace = new DiscreteSpace(3),
            RewardThreshold = isDefault ? 4 : null,
            RewardRange = (-1, 1),
            // The random policy: the mean of 100,000 episodes of uniform actions, simulated apart by the rules; the reference is the most there is.
            ReferenceScores = isDefault ? new(Random: -2.91, Reference: 5) : null,
        };
    }
}
