namespace EnvHub.Hosting;

/// <summary>A trial's measurements as TensorBoard shows them: one run per task, under the names of CleanRL and of Stable-Baselines3 both.</summary>
/// <remarks>Source of the names: CleanRL's <c>dqn.py</c>, Stable-Baselines3's DQN and <c>EvalCallback</c>. Differs: values are written where the trial
/// is measured, not per episode; the episode's length is the mean since the last measurement; the loss and the mean action value are
/// those of all of the trial's tasks together.</remarks>
internal sealed class TrialEvents : IDisposable
{
    public const string Folder = "tensorboard";

    private readonly EventFile[] _files;
    private readonly (long Steps, long Episodes)[] _before;

    /// <param name="folder">The trial's.</param>
    /// <param name="firstStep">The first that can be measured.</param>
    public TrialEvents(string folder, IReadOnlyList<TaskPlan> tasks, TrialLoop loop, long firstStep)
    {
        _files = [.. tasks.Select(task => new EventFile(Path.Combine(folder, Folder, FolderName.Of(task.Spec.Name)), firstStep, TimeProvider.System))];
        _before = [.. loop.Tasks.Select(task => (loop.Steps, task.Returns.Episodes))];
    }

    /// <summary>Writes a point in time of one task.</summary>
    /// <param name="evaluation">Mean greedy return; NaN where none was measured.</param>
    /// <param name="stepsPerSecond">Of training since the last point, all tasks together.</param>
    public void Add(TrialLoop loop, int task, double evaluation, double stepsPerSecond)
    {
        var (returns, report) = (loop.Tasks[task].Returns, loop.Report);
        double length = (double)(loop.Steps - _before[task].Steps) / (returns.Episodes - _before[task].Episodes);
        if (!double.IsFinite(length)) length = double.NaN;
        else _before[task] = (loop.Steps, returns.Episodes);
        _files[task].Add(loop.Steps,
        [
            ("charts/episodic_return", returns.LastMean), ("charts/episodic_length", length), ("charts/SPS", stepsPerSecond),
            ("charts/epsilon", report.Epsilon), ("charts/learning_rate", report.LearningRate),
            ("losses/td_loss", report.Loss), ("losses/q_values", report.MeanActionValue), ("eval/episodic_return", evaluation),
            ("rollout/ep_rew_mean", returns.LastMean), ("rollout/ep_len_mean", length), ("rollout/exploration_rate", report.Epsilon),
            ("time/fps", stepsPerSecond), ("time/total_timesteps", loop.Steps), ("time/episodes", returns.Episodes),
            ("train/loss", report.Loss), ("train/learning_rate", report.LearningRate), ("train/n_updates", report.Updates),
            ("eval/mean_reward", evaluation),
        ]);
    }

    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }
}
