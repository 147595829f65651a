namespace EnvHub.Contracts;

/// <summary>How the hub makes a learner.</summary>
/// <param name="Name">The name that users write, e.g. <c>multitask-dqn</c>.</param>
/// <param name="Summary">One sentence for lists.</param>
/// <param name="Scope">Whether one learner takes all tasks of a suite.</param>
/// <param name="OptionsType">A record as <see cref="EnvironmentRegistration.SettingsType"/>; nested records are options too.</param>
/// <param name="Create">Makes the learner.</param>
public sealed record LearnerRegistration(
    string Name, string Summary, LearnerScope Scope, Type OptionsType, Func<LearnerContext, object, ILearner> Create)
{
    /// <summary>Why the learner cannot take a task, in a sentence; null if it can. Asked when the hub's configuration is checked.</summary>
    public Func<TaskSpec, string?> Refusal { get; init; } = static _ => null;

    /// <summary>Whether it learns; one that does not plays what its options bring: its stages take no steps and are evaluated once. Default true.</summary>
    public bool Learns { get; init; } = true;

    /// <summary>What computes beside the plugin's own files, such as a native library's version, and what its options name, such as a file's hash: other
    /// software, other bits.</summary>
    public Func<object, IReadOnlyList<string>> Software { get; init; } = static _ => [];

    /// <summary>Whether the learner builds on earlier stages.</summary>
    public SourceUse Sources { get; init; } = SourceUse.None;

    /// <summary>A type that all of the learner's policies are, so that it is known before anything runs what they can do: a class, or an interface such as
    /// <see cref="IActionValuePolicy"/>. Null: what they can do shows when one is made.</summary>
    public Type? PolicyType { get; init; }

    /// <summary>Why the learner cannot do a stage with these options, in a sentence; null if it can. Asked when the hub's configuration is
    /// checked, after <see cref="Refusal"/>.</summary>
    public Func<StageSpec, object, string?> RefuseStage { get; init; } = static (_, _) => null;

    /// <summary>The network that the learner makes for these tasks, those of one learner, with these options; checked when the hub's configuration is, and shown by
    /// <c>envhub describe</c>. Null: the learner does not say.</summary>
    public Func<IReadOnlyList<TaskSpec>, object, NetworkSpec>? Describe { get; init; }

    /// <summary>The memory that the learner will take once it is trained, part by part, its engine's included; shown by <c>envhub describe</c>. Null: the learner
    /// does not say.</summary>
    public Func<LearnerScale, object, IReadOnlyList<MemoryPart>>? Memory { get; init; }
}
