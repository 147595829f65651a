using EnvHub.Numerics;

namespace EnvHub.Hosting;

/// <summary>Makes a trial's learner, for training as for evaluating its weights later.</summary>
internal static class LearnerFactory
{
    public static ILearner Create(Trial trial, RandomStreams random) => trial.Arm.Learner.Create(new LearnerContext
    {
        Tasks = [.. trial.Tasks.Select(task => task.Spec)],
        Copies = trial.Arm.Copies,
        TotalSteps = trial.Rounds * trial.Arm.Copies,
        Random = random.Scope("learner"),
        Networks = trial.Arm.Backend.Create(),
    }, trial.Arm.Options);
}
