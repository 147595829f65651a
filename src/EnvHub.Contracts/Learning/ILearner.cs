namespace EnvHub.Contracts;

/// <summary>The one shared interface of every algorithm: it acts, observes what came of it, and learns.</summary>
/// <remarks>A round is one step of every copy of every task: <see cref="Act"/>, step, <see cref="Observe"/> per task, then one
/// <see cref="Learn"/>. One thread calls a learner. After warm-up none of these allocates.</remarks>
public interface ILearner : IDisposable
{
    /// <summary>Chooses actions and explores.</summary>
    /// <param name="task">Index in <see cref="LearnerContext.Tasks"/>.</param>
    /// <param name="observations">What the N copies show, and which actions are possible there.</param>
    /// <param name="actions">Receives one action per copy, in the form that the task's environment takes.</param>
    void Act(int task, in ObservationBatch observations, in ActionBuffer actions);

    /// <summary>Takes in what the actions led to.</summary>
    void Observe(int task, in TransitionBatch transitions);

    /// <summary>Called once per round: does the updates that are due, perhaps none.</summary>
    void Learn();

    /// <summary>What <see cref="Measure"/> tells, in its order; names differ. The same list at any time.</summary>
    IReadOnlyList<MeasureSpec> Measures { get; }

    /// <summary>Writes every measure as it stands between two rounds; NaN for what is not known. Allocates nothing, changes nothing.</summary>
    /// <param name="values">Receives the values of all <see cref="Measures"/>, one measure after the other, as many of each as
    /// <see cref="MeasureSpec.CountFor"/> says.</param>
    void Measure(Span<double> values);

    /// <summary>What has been learned: greedy, without exploration. Follows the learner's weights.</summary>
    IPolicy Policy { get; }

    /// <summary>Writes everything that the future depends on: weights, targets, optimiser, replay, generators, schedules.</summary>
    void Save(ICheckpointWriter writer);

    /// <summary>Continues from what <see cref="Save"/> wrote, bit for bit. After an error the learner is as it was: everything is asked
    /// for before anything is changed, see <see cref="CheckpointLayout"/>.</summary>
    /// <exception cref="HubException">The checkpoint lacks an array, or has one of another type or length.</exception>
    void Load(ICheckpointReader reader);
}
