namespace EnvHub.Plugins.MetaLearning;

/// <summary>Every message of meta-learning: codes EH4800 to EH4849.</summary>
internal static class MetaLearningErrors
{
    public static HubException StageTooShort(long steps, long loop) => new("EH4800",
        $"meta-learning: the stage has {steps} steps per task and an inner loop with its query set {loop}; no loop would end, and nothing be learned. Give the stage more steps, or lower innerSteps.");
}
