namespace EnvHub.Contracts;

/// <summary>A learned, greedy policy: what is evaluated, kept as a checkpoint, used as a teacher.</summary>
public interface IPolicy
{
    /// <summary>How many actions a task has, A.</summary>
    int ActionCount(int task);

    /// <summary>The actions of highest value; the first of equals.</summary>
    /// <param name="observations">Elements, shape <c>[N, n]</c>; any N of at least 1.</param>
    /// <param name="actions">Receives the actions, shape <c>[N]</c>.</param>
    void Act(int task, ReadOnlySpan<float> observations, Span<int> actions);

    /// <summary>The action values, in the learner's units: returns, divided by the task's return scale where that is on.</summary>
    /// <param name="observations">Elements, shape <c>[N, n]</c>.</param>
    /// <param name="values">Receives the values, shape <c>[N, A]</c>.</param>
    void ActionValues(int task, ReadOnlySpan<float> observations, Span<float> values);

    /// <summary>Writes the weights alone, by name: what <c>model.safetensors</c> holds.</summary>
    void Save(ICheckpointWriter writer);

    /// <summary>Reads the weights that <see cref="Save"/> wrote. A learner's policy starts the learner from them: its target network
    /// holds them too. After an error the weights are as they were.</summary>
    /// <exception cref="HubException">The checkpoint lacks an array, or has one of another type or length.</exception>
    void Load(ICheckpointReader reader);
}
