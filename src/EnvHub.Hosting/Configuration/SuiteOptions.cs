using System.ComponentModel.DataAnnotations;

namespace EnvHub.Hosting;

/// <summary>A suite in hub.json.</summary>
public sealed record SuiteOptions
{
    /// <summary>At least one; in the order in which learners number them.</summary>
    [MinLength(1)]
    public required IReadOnlyList<TaskOptions> Tasks { get; init; }
}
