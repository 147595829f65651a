namespace EnvHub.Contracts;

/// <summary>A learned policy as it is evaluated, kept as a checkpoint and watched: without exploration.</summary>
/// <remarks>What a policy can tell besides is a capability that it may have: <see cref="IActionValuePolicy"/>, <see cref="IActionProbabilityPolicy"/>,
/// <see cref="INetworkPolicy"/>. Who needs one asks for it.</remarks>
public interface IPolicy
{
    /// <summary>The best actions that are possible; the same for the same observations.</summary>
    /// <param name="task">Index in <see cref="LearnerContext.Tasks"/>.</param>
    /// <param name="observations">Any N of at least 1.</param>
    /// <param name="actions">Receives one action per row, in the form that the task's environment takes.</param>
    void Act(int task, in ObservationBatch observations, in ActionBuffer actions);

    /// <summary>Writes the weights alone, by name: what <c>model.safetensors</c> holds.</summary>
    void Save(ICheckpointWriter writer);

    /// <summary>Reads the weights that <see cref="Save"/> wrote. A learner's policy starts the learner from them: its target network
    /// holds them too. After an error the weights are as they were.</summary>
    /// <exception cref="HubException">The checkpoint lacks an array, or has one of another type or length.</exception>
    void Load(ICheckpointReader reader);
}
