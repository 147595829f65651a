using System.ComponentModel.DataAnnotations;

namespace EnvHub.Plugins.MetaLearning;

/// <summary>Settings of <c>fomaml</c> and <c>anil</c>.</summary>
public sealed record MamlOptions : MetaOptions
{
    /// <summary>Environment steps after an inner loop whose transitions make the query set, per member, all copies together; at least 1. The member
    /// acts as it has adapted and does not learn. Default 250.</summary>
    [Range(1, 1_000_000_000)]
    public int QuerySteps { get; init; } = 250;

    /// <summary>Batches that a member's gradient is the mean of, at least 1. Default 16.</summary>
    [Range(1, 100_000)]
    public int QueryBatches { get; init; } = 16;

    /// <summary>Updates of the initialisation per query set, at least 1, each on batches of its own. 1 is MAML as published; before each further one
    /// the members move as the initialisation did, as if they had adapted anew. Default 1.</summary>
    [Range(1, 100_000)]
    public int MetaUpdates { get; init; } = 1;

    /// <summary>Of the initialisation's updates, at the first inner loop, (0, 1]. Default 1e-3.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double MetaLearningRate { get; init; } = 1e-3;

    /// <summary>At the stage's end, reached linearly, [0, 1]; null keeps <see cref="MetaLearningRate"/> throughout. Default null.</summary>
    [Range(0.0, 1.0)]
    public double? MetaLearningRateEnd { get; init; }

    /// <summary>The rule by which the initialisation is updated. Default Adam.</summary>
    public OptimizerOptions MetaOptimizer { get; init; } = new();
}
