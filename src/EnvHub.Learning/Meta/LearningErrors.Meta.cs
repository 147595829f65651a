namespace EnvHub.Learning;

/// <content>Families of like tasks: codes EH2300 to EH2399.</content>
internal static partial class LearningErrors
{
    public static HubException CannotShareHead(string refusal) => new("EH2300", $"network: {refusal} Give each task its own head, or choose like tasks.");
}
