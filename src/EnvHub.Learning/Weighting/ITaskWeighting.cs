namespace EnvHub.Learning;

/// <summary>How much each task's loss counts in the gradient that all tasks share.</summary>
public interface ITaskWeighting
{
    /// <summary>The factor λ on a task's loss in this update; called once per task and update.</summary>
    /// <param name="task">Index in <see cref="LearnerContext.Tasks"/>.</param>
    /// <param name="loss">The task's loss before weighting, from which a method may learn.</param>
    float Weigh(int task, float loss);
}
