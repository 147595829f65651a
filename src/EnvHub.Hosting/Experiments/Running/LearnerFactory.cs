using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>Makes a trial's learner, for training as for evaluating its weights later.</summary>
internal static class LearnerFactory
{
    /// <param name="sources">What it builds on; null where it is made to play what it has learned.</param>
    public static ILearner Create(Trial trial, RandomStreams random, IReadOnlyList<LearnerSource>? sources = null) => trial.Stage.Learner.Create(new LearnerContext
    {
        Tasks = [.. trial.Tasks.Select(task => task.Spec)],
        Copies = trial.Stage.Copies,
        TotalSteps = trial.Rounds * trial.Stage.Copies,
        Random = random.Scope("learner"),
        Networks = trial.Stage.Backend.Create(trial.Stage.BackendOptions),
        Sources = sources ?? [],
    }, trial.Stage.Options);
}
