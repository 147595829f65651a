using EnvHub.Learning;

namespace EnvHub.Plugins.Distillation;

/// <summary>Settings of <c>distillation</c>: those of deep Q-learning, the same for all tasks, and what the teachers are for.</summary>
/// <remarks>Without <see cref="Rl"/> only these settings of deep Q-learning count: learning rate, batch size, buffer capacity, learning starts, train frequency,
/// gradient steps, gradient norm, network, optimiser and the scaling of observations.</remarks>
public sealed record DistillationOptions : QLearningOptions
{
    /// <summary>The teachers of a task by its name, each as <c>stage/task</c>, or as a stage where the task has the same name there. Tasks
    /// left out are taught by every source that learned a task of the same name. A teacher named twice counts twice.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Teachers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What the student is asked to share with its teachers.</summary>
    public DistillationLossOptions Distillation { get; init; } = new();

    /// <summary>Who acts while it is taught.</summary>
    public RolloutOptions Data { get; init; } = new();

    /// <summary>Whether the student also learns from rewards, as <c>multitask-dqn</c> does: kick-starting. Default false.</summary>
    public bool Rl { get; init; }

    /// <summary>How much the teachers count beside rewards; with <see cref="Rl"/> alone.</summary>
    public TeacherWeightOptions TeacherWeight { get; init; } = new();

    /// <summary>Why a stage cannot be learned with these settings, in a sentence; null if it can.</summary>
    public string? Refusal(StageSpec stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        if (new TeacherAssignment(stage.Sources, Teachers).Refusal(stage.Tasks) is { } reason) return reason;
        if ((ReplayCapacity.OfLessons(stage, this) ?? (Rl ? ReplayCapacity.Refusal(stage, this) : null)) is { } size) return size;
        if (!Rl || !TeacherWeight.ByScore) return null;
        return Data.From == RolloutSource.Student ? stage.Tasks.Select(TeacherWeight.Refusal).FirstOrDefault(text => text is not null)
            : "teacherWeight.byScore measures the student's own episodes. Set data.from to student, or byScore to false.";
    }
}
