namespace EnvHub.Contracts;

/// <summary>A policy over discrete actions that tells with which probability it takes each; <see cref="IPolicy.Act"/> takes the most probable, the
/// first of equals.</summary>
public interface IActionProbabilityPolicy : IPolicy
{
    /// <summary>How many actions a task has, A.</summary>
    int ActionCount(int task);

    /// <summary>The probabilities, 0 for an action that is not possible; those of a row add up to 1.</summary>
    /// <param name="observations">Any N of at least 1.</param>
    /// <param name="probabilities">Receives the probabilities, shape <c>[N, A]</c>.</param>
    void ActionProbabilities(int task, in ObservationBatch observations, Span<float> probabilities);
}
