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

    /// <summary>What earlier stages learned and this one may use: by stage in the order of <c>from</c>, then by task. The host keeps them.</summary>
    /// <remarks>Empty for none, and wherever a learner is made to play what it has learned: then its policy gets its weights from
    /// <see cref="IPolicy.Load"/>, and those must be complete without the sources. So a learner that needs sources must still be made without;
    /// that a stage lacks them is found when the hub's configuration is checked.</remarks>
    public IReadOnlyList<LearnerSource> Sources { get; init; } = [];
}
