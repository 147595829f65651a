namespace EnvHub.Envs.GridWorlds;

/// <summary>What is known of <see cref="Grasp"/> before it is made.</summary>
public static class GraspSpec
{
    // Exactly: a distance between two random cells is 5.25 moves, between two that differ 16/3; and two steps to close and to open.
    private const double Optimum = 1 - Board.StepCost * (5.25 + 16.0 / 3 + 2);

    // The mean over 100,000 episodes of uniform actions.
    private const double Random = -0.993;
    private static readonly GraspSettings Defaults = new();

    /// <summary>The spec that <paramref name="settings"/> give. Solved is 90 % of the best mean return.</summary>
    public static EnvironmentSpec Of(GraspSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        bool isDefault = settings with { MaxEpisodeSteps = null } == Defaults;
        return Board.SpecOf("Grasp-v0", GraspState.Actions, isDefault ? Optimum : null, Random, -GraspState.Grip - Board.StepCost);
    }
}
