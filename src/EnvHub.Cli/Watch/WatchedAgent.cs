namespace EnvHub.Cli;

/// <summary>Who plays what.</summary>
/// <param name="Title">Agent and task in a few words.</param>
/// <param name="CreateEnvironment">Makes the one copy that is played, so that it can be shown; from render modes, the best first.</param>
/// <param name="CreateActor">Makes the actor, from the seed of random actions.</param>
/// <param name="Learner">What holds the weights; null for random actions.</param>
internal sealed record WatchedAgent(
    string Title, Func<IReadOnlyList<RenderMode>, IVectorEnvironment> CreateEnvironment, Func<ulong, Actor> CreateActor, ILearner? Learner) : IDisposable
{
    /// <summary>Random actions in an environment.</summary>
    public static WatchedAgent Random(TaskPlan task) =>
        new($"{task.Spec.Name}, random actions", modes => task.ForRendering(modes).Create(1), seed => Actors.Random(task.Spec.Environment.ActionSpace, seed), null);

    /// <summary>A trial's greedy policy in one of its tasks.</summary>
    /// <param name="task">The task's name; null for the first.</param>
    /// <param name="name">What the agent is called; null for the trial's name.</param>
    /// <exception cref="HubException">EH5042 the trial has no such task; others: its weights cannot be read.</exception>
    public static WatchedAgent Of(TrialPlayer trial, string? task, bool best, string? name = null)
    {
        var tasks = trial.Trial.Tasks;
        int number = task is null ? 0 : tasks.Select(one => one.Spec.Name).ToList().IndexOf(task);
        if (number < 0) throw CliErrors.NoSuchTask(task!, tasks.Select(one => one.Spec.Name));
        var learner = trial.LoadLearner(best);
        return new($"{tasks[number].Spec.Name}, {name ?? trial.Trial.Name}", modes => trial.CreateEnvironment(number, best, modes),
            _ => Actors.Greedy(learner.Policy, number), learner);
    }

    public void Dispose() => Learner?.Dispose();
}
