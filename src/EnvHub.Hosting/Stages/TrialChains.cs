namespace EnvHub.Hosting;

/// <summary>Makes the trials of an experiment's arms with all that they build on; trials of equal content are made once.</summary>
internal sealed class TrialChains(ExperimentPlan plan)
{
    private readonly Dictionary<string, Trial> _sources = new(StringComparer.Ordinal);

    /// <summary>The trial of the arm's last stage.</summary>
    public Trial Final(ArmPlan arm, IReadOnlyList<TaskPlan> tasks, ulong seed) => Make(arm, arm.Final, tasks, seed);

    private Trial Make(ArmPlan arm, StagePlan stage, IReadOnlyList<TaskPlan> tasks, ulong seed) => new()
    {
        Experiment = plan.Name,
        Suite = plan.Suite,
        Arm = arm.Name,
        Stage = stage,
        Sources = [.. stage.From.SelectMany(name => Sources(arm, arm.Stages.First(source => source.Name == name), seed))],
        Tasks = tasks,
        Seed = seed,
        Evaluation = stage.Evaluation ?? plan.Evaluation,
        Checkpoint = plan.Checkpoint,
        TensorBoard = plan.TensorBoard,
    };

    private IEnumerable<Trial> Sources(ArmPlan arm, StagePlan stage, ulong seed) => TrialList.TasksOf(stage).Select(tasks =>
    {
        var trial = Make(arm, stage, tasks, seed);
        string key = StageKey.Of(trial);
        return _sources.TryGetValue(key, out var known) ? known : _sources[key] = trial with { Key = key };
    });
}
