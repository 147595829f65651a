namespace EnvHub.Envs.ToyText;

/// <summary>What is known of blackjack before it is made.</summary>
public static class BlackjackSpec
{
    private static readonly BlackjackSettings Defaults = new();

    /// <summary>The spec that <paramref name="settings"/> give; there is no step limit.</summary>
    public static EnvironmentSpec Of(BlackjackSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new()
        {
            Id = EnvironmentId.Parse("Blackjack-v1"),
            ObservationSpace = new TupleSpace(new DiscreteSpace(32), new DiscreteSpace(11), new DiscreteSpace(2)),
            ActionSpace = new DiscreteSpace(2),
            RenderFps = 4,
            RewardRange = (-1, settings is { Natural: true, SuttonBarto: false } ? 1.5 : 1),
            ReferenceScores = settings == Defaults ? References : null,
        };
    }

    // Computed by backward induction over the hands, exactly: the random policy (measured here, a million episodes: -0.3937) and the best.
    private static ReferenceScores References => new(Random: -0.3942, Reference: -0.0431);
}
