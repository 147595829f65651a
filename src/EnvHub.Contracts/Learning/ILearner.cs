namespace EnvHub.Contracts;

/// <summary>The one shared interface of every algorithm: it acts, observes what came of it, and learns.</summary>
/// <remarks>A round is one step of every copy of every task: <see cref="Act"/>, step, <see cref="Observe"/> per task, then one
/// <see cref="Learn"/>. One thread calls a learner. After warm-up none of these allocates.</remarks>
public interface ILearner : IDisposable
{
    /// <summary>Chooses actions and explores.</summary>
    /// <param name="task">Index in <see cref="LearnerContext.Tasks"/>.</param>
    /// <param name="observations">Elements, shape <c>[N, n]</c>, row i from copy i.</param>
    /// <param name="actions">Receives the actions, shape <c>[N]</c>, each in [0, A).</param>
    void Act(int task, ReadOnlySpan<float> observations, Span<int> actions);

    /// <summary>Takes in what the actions led to.</summary>
    void Observe(int task, in TransitionBatch transitions);

    /// <summary>Called once per round: does the updates that are due, perhaps none.</summary>
    LearnReport Learn();

    /// <summary>What has been learned: greedy, without exploration. Follows the learner's weights.</summary>
    IPolicy Policy { get; }

    /// <summary>Writes everything that the future depends on: weights, targets, optimiser, replay, generators, schedules.</summary>
    void Save(ICheckpointWriter writer);

    /// <summary>Continues from what <see cref="Save"/> wrote, bit for bit. After an error the learner is as it was: everything is asked
    /// for before anything is changed, see <see cref="CheckpointLayout"/>.</summary>
    /// <exception cref="HubException">The checkpoint lacks an array, or has one of another type or length.</exception>
    void Load(ICheckpointReader reader);
}
