namespace EnvHub.Envs.ClassicControl;

/// <summary>What is known of the cart-pole before it is made.</summary>
public static class CartPoleSpec
{
    /// <summary>The cart may be this far from the centre, m.</summary>
    public const double TrackLimit = 2.4;

    /// <summary>The pole may lean this far, rad: 12 degrees.</summary>
    public const double AngleLimit = 12 * 2 * Math.PI / 360;

    private static readonly CartPoleSettings Defaults = new();

    /// <summary>The spec that <paramref name="settings"/> give, with the version's own step limit.</summary>
    /// <param name="version">0: 200 steps, solved at 195; 1: 500 steps, solved at 475.</param>
    public static EnvironmentSpec Of(CartPoleSettings settings, int version)
    {
        ArgumentNullException.ThrowIfNull(settings);
        float x = (float)(TrackLimit * 2), theta = (float)(AngleLimit * 2), open = float.PositiveInfinity;
        return new()
        {
            Id = EnvironmentId.Parse($"CartPole-v{version}"),
            ObservationSpace = new BoxSpace([-x, -open, -theta, -open], [x, open, theta, open]),
            ActionSpace = new DiscreteSpace(2),
            MaxEpisodeSteps = version == 0 ? 200 : 500,
            RenderFps = 50,
            RewardThreshold = version == 0 ? 195 : 475,
            RewardRange = settings.SuttonBartoReward ? (-1, 0) : (1, 1),
            ReferenceScores = settings == Defaults ? References(version) : null,
            ObservationScaling = new([0, 0, 0, 0], [2.4f, 2, 0.2095f, 2]),
        };
    }

    // The random policy was measured here, 100,000 episodes; the reference is the most that the step limit allows.
    private static ReferenceScores References(int version) => new(Random: 22.3, Reference: version == 0 ? 200 : 500);
}
