using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>Makes a trial's learner, for training as for evaluating its weights later.</summary>
internal static class LearnerFactory
{
    public static ILearner Create(Trial trial, RandomStreams random) => trial.Stage.Learner.Create(new LearnerContext
    {
        Tasks = [.. trial.Tasks.Select(task => task.Spec)],
        Copies = trial.Stage.Copies,
        TotalSteps = trial.Rounds * trial.Stage.Copies,
        Random = random.Scope("learner"),
        Networks = trial.Stage.Backend.Create(),
    }, trial.Stage.Options);
}
