namespace EnvHub.Learning;

/// <content>Messages about stretches of experience: EH2023 and EH2024.</content>
internal static partial class LearningErrors
{
    public static HubException RolloutTooLarge(int steps, int copies) => new("EH2023",
        $"rollout: the observations of {steps} steps of {copies} copies are more than an array holds. Lower rolloutSteps or copies, or wrap the environment so that it observes less.");

    public static HubException BadRollout(string name, int count, int steps) => new("EH2024",
        $"checkpoint: the rollout '{name}' holds {count} steps; it may hold 0 to {steps - 1}. Continue with the same rolloutSteps, or use another checkpoint: this one is damaged.");
}
