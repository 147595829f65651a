namespace EnvHub.Contracts;

/// <summary>What is known of a source before anything runs.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Tasks">What it will have learned.</param>
public sealed record StageSource(string Stage, IReadOnlyList<TaskSpec> Tasks)
{
    /// <summary>What its policy is, as far as its learner's registration says; see <see cref="LearnerRegistration.PolicyType"/>. Null where it is not known.</summary>
    public Type? PolicyType { get; init; }

    /// <summary>Whether it learned; one that did not plays a policy from elsewhere, which has no weights to start from. Default true.</summary>
    public bool Learns { get; init; } = true;

    /// <summary>The options of its learner, checked; null where they are not known. A learner of another plugin knows as much of their type as the two
    /// plugins share.</summary>
    public object? Options { get; init; }
}
