using EnvHub.Numerics;

namespace EnvHub.Contracts;

/// <summary>What the host gives a learner that it makes.</summary>
public sealed record LearnerContext
{
    /// <summary>The tasks to learn, by index; exactly one for a single-task learner.</summary>
    public required IReadOnlyList<TaskSpec> Tasks { get; init; }

    /// <summary>Copies per task: the N of each batch.</summary>
    public required int Copies { get; init; }

    /// <summary>Environment steps per task, all copies together, that the stage will take: what schedules span.</summary>
    public required long TotalSteps { get; init; }

    /// <summary>The learner's own random streams.</summary>
    public required RandomStreams Random { get; init; }

    /// <summary>Makes networks and optimisers.</summary>
    public required INetworkBackend Networks { get; init; }

    /// <summary>What earlier stages learned and this one may use; empty for none. The host keeps them.</summary>
    public IReadOnlyList<LearnerSource> Sources { get; init; } = [];
}
