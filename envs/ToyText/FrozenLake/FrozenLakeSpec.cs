namespace EnvHub.Envs.ToyText;

/// <summary>What is known of the frozen lake before it is made.</summary>
public static class FrozenLakeSpec
{
    /// <summary>The spec that <paramref name="settings"/> give.</summary>
    /// <param name="isLarge">False: <c>FrozenLake-v1</c>, 100 steps, solved at 0.7; true: <c>FrozenLake8x8-v1</c>, 200 steps, solved at 0.85.</param>
    /// <exception cref="HubException">EH4301 no random map has a way to the goal.</exception>
    public static EnvironmentSpec Of(FrozenLakeSettings settings, bool isLarge)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var map = FrozenLakeMap.Of(settings);
        return new()
        {
            Id = EnvironmentId.Parse(isLarge ? "FrozenLake8x8-v1" : "FrozenLake-v1"),
            ObservationSpace = new DiscreteSpace(map.Count * map[0].Length),
            ActionSpace = new DiscreteSpace(4),
            MaxEpisodeSteps = isLarge ? 200 : 100,
            RewardThreshold = isLarge ? 0.85 : 0.7,
            RenderFps = 4,
            RewardRange = (Math.Min(0, settings.RewardSchedule.Min()), Math.Max(0, settings.RewardSchedule.Max())),
            ReferenceScores = HasUsualRules(settings, isLarge) ? References(isLarge) : null,
        };
    }

    // The random policy is computed from the transitions, exactly, and was measured too; the reference is Gymnasium's threshold.
    private static ReferenceScores References(bool isLarge) => isLarge ? new(Random: 0.0019, Reference: 0.85) : new(Random: 0.0139, Reference: 0.7);

    private static bool HasUsualRules(FrozenLakeSettings settings, bool isLarge)
    {
        var usual = isLarge ? new FrozenLake8x8Settings() : new FrozenLakeSettings();
        return settings.RewardSchedule.SequenceEqual(usual.RewardSchedule)
            && (settings.Map, settings.MapName, settings.IsSlippery, settings.SuccessRate, settings.MaxEpisodeSteps)
            == (usual.Map, usual.MapName, usual.IsSlippery, usual.SuccessRate, usual.MaxEpisodeSteps);
    }
}
