using System.ComponentModel.DataAnnotations;

namespace EnvHub.Hosting;

/// <summary>An arm in hub.json: one learner, or a chain of stages of which the last is compared.</summary>
public sealed record ArmOptions : LearningOptions
{
    /// <summary>The stages, each after those that it builds on; instead of all other keys. Default: the arm is one stage.</summary>
    [MinLength(1)]
    public IReadOnlyList<StageOptions>? Stages { get; init; }
}
