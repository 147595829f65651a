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
            RewardRange = (CliffWalkingRules.Fall, CliffWalkingRules.Step),
            ReferenceScores = isUsual ? References(settings.IsSlippery) : null,
        };
    }

    private static ReferenceScores References(bool isSlippery) => isSlippery ? new(Random: -1, Reference: 0) : new(Random: -1, Reference: -13);
}
