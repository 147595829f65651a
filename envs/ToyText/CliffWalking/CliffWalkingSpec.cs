namespace EnvHub.Envs.ToyText;

/// <summary>What is known of the cliff walk before it is made.</summary>
public static class CliffWalkingSpec
{
    /// <summary>The spec that <paramref name="settings"/> give; there is no step limit.</summary>
    /// <param name="isSlipperyByDefault">Whether it is <c>CliffWalkingSlippery-v1</c>.</param>
    public static EnvironmentSpec Of(CliffWalkingSettings settings, bool isSlipperyByDefault)
    {
        ArgumentNullException.ThrowIfNull(settings);
        bool isUsual = settings.IsSlippery == isSlipperyByDefault && settings.MaxEpisodeSteps is null;
        return new()
        {
            Id = EnvironmentId.Parse(isSlipperyByDefault ? "CliffWalkingSlippery-v1" : "CliffWalking-v1"),
            ObservationSpace = new DiscreteSpace(CliffWalkingRules.Grid.Cells),
            ActionSpace = new DiscreteSpace(4),
            RenderFps = 4,
            RewardRange = (CliffWalkingRules.Fall, CliffWalkingRules.Step),
            ReferenceScores = isUsual ? References(settings.IsSlippery) : null,
        };
    }

    // Computed from the transitions, exactly: the random policy, which slipping does not change, by linear equations, and the best policy by
    // value iteration. Measured here, 3,000 episodes: -65,473 and -64,133.
    private static ReferenceScores References(bool isSlippery) => new(Random: -65375, Reference: isSlippery ? -64.71 : -13);
}
