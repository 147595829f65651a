namespace EnvHub.Envs.ToyText;

/// <summary>What is known of the taxi before it is made.</summary>
public static class TaxiSpec
{
    private static readonly TaxiSettings Defaults = new();

    /// <summary>The spec that <paramref name="settings"/> give, with Gymnasium's step limit of 200.</summary>
    public static EnvironmentSpec Of(TaxiSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new()
        {
            Id = EnvironmentId.Parse("Taxi-v4"),
            ObservationSpace = new DiscreteSpace(TaxiState.Count),
            ActionSpace = new DiscreteSpace(TaxiRules.Actions),
            HasActionMasks = true,
            MaxEpisodeSteps = 200,
            RewardThreshold = 8,
            RenderFps = 4,
            RewardRange = (TaxiRules.Refusal, TaxiRules.Delivery),
            // The random policy was measured here, 101,743 episodes; the reference is Gymnasium's threshold.
            ReferenceScores = settings == Defaults ? new(Random: -771.1, Reference: 8) : null,
        };
    }
}
