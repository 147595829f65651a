namespace EnvHub.Hosting;

/// <summary>A trial's measurements as TensorBoard shows them: one run per task, under the names of CleanRL and of Stable-Baselines3 both; the learner's
/// measures besides under <c>measures/</c>, one of pairs as <c>measures/name/other task</c>.</summary>
/// <remarks>Source of the names: CleanRL's <c>dqn.py</c>, Stable-Baselines3's DQN and <c>EvalCallback</c>. Differs: values are written where the trial
/// is measured, not per episode; the episode's length is the mean since the last measurement; the loss and the mean action value are
/// those of all of the trial's tasks together.</remarks>
internal sealed class TrialEvents : IDisposable
{
    public const string Folder = "tensorboard";

    private const string OwnTags = "measures/";

    // What both tools have a name for; other measures go by their own.
    private static readonly (string Measure, string[] Tags)[] Known =
    [
        ("epsilon", ["charts/epsilon", "rollout/exploration_rate"]), ("learning_rate", ["charts/learning_rate", "train/learning_rate"]),
        ("loss", ["losses/td_loss", "train/loss"]), ("mean_action_value", ["losses/q_values"]), (MeasureSpec.Updates, ["train/n_updates"]),
    ];

    private readonly EventFile[] _files;
    private readonly string[] _tasks;
    private readonly (long Steps, long Episodes)[] _before;

    /// <param name="folder">The trial's.</param>
    /// <param name="firstStep">The first that can be measured.</param>
    public TrialEvents(string folder, IReadOnlyList<TaskPlan> tasks, TrialLoop loop, long firstStep)
    {
        _tasks = [.. tasks.Select(task => task.Spec.Name)];
        _files = [.. _tasks.Select(task => new EventFile(Path.Combine(folder, Folder, FolderName.Of(task)), firstStep, TimeProvider.System))];
        _before = [.. loop.Tasks.Select(task => (loop.Steps, task.Returns.Episodes))];
    }

    /// <summary>Writes a point in time of one task.</summary>
    /// <param name="evaluation">Mean greedy return; NaN where none was measured.</param>
    /// <param name="stepsPerSecond">Of training since the last point, all tasks together.</param>
    public void Add(TrialLoop loop, int task, double evaluation, double stepsPerSecond)
    {
        var returns = loop.Tasks[task].Returns;
        double length = (double)(loop.Steps - _before[task].Steps) / (returns.Episodes - _before[task].Episodes);
        if (!double.IsFinite(length)) length = double.NaN;
        else _before[task] = (loop.Steps, returns.Episodes);
        _files[task].Add(loop.Steps,
        [
            ("charts/episodic_return", returns.LastMean), ("charts/episodic_length", length), ("charts/SPS", stepsPerSecond),
            ("eval/episodic_return", evaluation), ("rollout/ep_rew_mean", returns.LastMean), ("rollout/ep_len_mean", length),
            ("time/fps", stepsPerSecond), ("time/total_timesteps", loop.Steps), ("time/episodes", returns.Episodes),
            ("eval/mean_reward", evaluation), .. MeasuresOf(loop.Measures, task),
        ]);
    }

    private IEnumerable<(string Tag, double Value)> MeasuresOf(TrialMeasures measures, int task) =>
        from i in Enumerable.Range(0, measures.Specs.Count)
        from tag in TagsOf(measures.Specs[i])
        select (tag.Name, measures.Of(i, task, tag.Other));

    private IEnumerable<(string Name, int Other)> TagsOf(MeasureSpec measure)
    {
        if (measure.Scope == MeasureScope.PerTaskPair) return _tasks.Select((other, index) => ($"{OwnTags}{measure.Name}/{FolderName.Of(other)}", index));
        string[]? known = Known.FirstOrDefault(entry => entry.Measure == measure.Name).Tags;
        return (known ?? [OwnTags + measure.Name]).Select(tag => (tag, 0));
    }

    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }
}
