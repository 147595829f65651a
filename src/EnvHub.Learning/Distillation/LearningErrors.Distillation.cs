using static System.FormattableString;

namespace EnvHub.Learning;

/// <content>What distillation refuses: codes EH2200 to EH2299.</content>
internal static partial class LearningErrors
{
    public static HubException TargetCount(int values, int targets) => new("EH2200",
        $"distillation: the student gives {values} values and the teacher {targets}; both must hold one per action and observation. Ask both about the same batch.");

    public static HubException NoTeacherWeight(string task, string reason) => new("EH2201", $"task '{task}': {reason}");

    public static HubException BadTeacher(string task, string reason) => new("EH2202", $"task '{task}': {reason}");

    public static HubException TeacherNotFinite(string task, float value) => new("EH2203", Invariant(
        $"task '{task}': its teacher gives the action value {value}; values must be finite. Nothing was stored. Look at how the source's training ended."));
}
