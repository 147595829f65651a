namespace EnvHub.Contracts;

/// <summary>A learner that keeps parts of episodes under way, such as steps that wait for their n-step return.</summary>
public interface IEpisodeCuts
{
    /// <summary>Tells that a task's episodes were broken off, in every copy: what was observed of them joins nothing that comes after.</summary>
    /// <remarks>A trial that is resumed begins the episodes of an environment without snapshots anew.</remarks>
    /// <param name="task">Index in <see cref="LearnerContext.Tasks"/>.</param>
    void CutEpisodes(int task);
}
