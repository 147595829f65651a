using static System.FormattableString;

namespace EnvHub.Plugins.Distillation;

/// <summary>Every message of the learner: codes EH4750 to EH4799.</summary>
internal static class DistillationErrors
{
    public static HubException Diverged(string task, long updates, double loss) => new("EH4750", Invariant(
        $"task '{task}': the distillation loss is {loss} after {updates} updates; it must be finite. Lower learningRate or set maxGradientNorm."));

    public static HubException NoTeacher(string task) => new("EH4751",
        $"task '{task}': it has no teacher, so the learner can play and not learn. Give the stage a source that learned the task, in from.");
}
