namespace EnvHub.Contracts;

/// <summary>A policy over discrete actions that tells what each is worth: it takes the possible action of highest value, the first of equals.</summary>
public interface IActionValuePolicy : IPolicy
{
    /// <summary>How many actions a task has, A.</summary>
    int ActionCount(int task);

    /// <summary>The values of all actions, possible or not, in the learner's units: returns, divided by the task's return scale where that is on.</summary>
    /// <param name="observations">Elements, shape <c>[N, n]</c>; any N of at least 1.</param>
    /// <param name="values">Receives the values, shape <c>[N, A]</c>.</param>
    void ActionValues(int task, ReadOnlySpan<float> observations, Span<float> values);
}
