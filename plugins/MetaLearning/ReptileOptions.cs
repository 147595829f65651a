using System.ComponentModel.DataAnnotations;

namespace EnvHub.Plugins.MetaLearning;

/// <summary>Settings of <c>reptile</c>.</summary>
public sealed record ReptileOptions : MetaOptions
{
    /// <summary>ε at the first inner loop, (0, 1]: how far the initialisation goes towards the mean of what the members learned. Default 1.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double MetaStep { get; init; } = 1;

    /// <summary>ε at the stage's end, reached linearly, [0, 1]; null keeps <see cref="MetaStep"/> throughout. Default 0.3.</summary>
    [Range(0.0, 1.0)]
    public double? MetaStepEnd { get; init; } = 0.3;
}
