using EnvHub.Learning;

namespace EnvHub.Plugins.MetaLearning;

/// <summary>What is done with the members once their inner loops are over.</summary>
internal sealed record OuterLoop
{
    /// <summary>Steps of the inner loop.</summary>
    public required int InnerSteps { get; init; }

    /// <summary>Steps of the query set; 0 for Reptile, which needs none.</summary>
    public int QuerySteps { get; init; }

    /// <summary>Batches of the query set that a gradient is the mean of.</summary>
    public int QueryBatches { get; init; }

    /// <summary>Updates of the initialisation per loop.</summary>
    public int Updates { get; init; } = 1;

    /// <summary>Whether members adapt the head alone.</summary>
    public bool AdaptsHeadAlone { get; init; }

    /// <summary>Size of an update of the initialisation, at the stage's start and end.</summary>
    public required (double Start, double End) StepSize { get; init; }

    /// <summary>The rule by which the initialisation is updated.</summary>
    public required OptimizerOptions Optimizer { get; init; }

    /// <summary>Steps of an inner loop and its query set.</summary>
    public long Steps => (long)InnerSteps + QuerySteps;

    public static OuterLoop Reptile(ReptileOptions options) => new()
    {
        InnerSteps = options.InnerSteps,
        StepSize = (options.MetaStep, options.MetaStepEnd ?? options.MetaStep),
        Optimizer = new() { Kind = OptimizerKind.Sgd },
    };

    public static OuterLoop Maml(MamlOptions options) => new()
    {
        InnerSteps = options.InnerSteps,
        QuerySteps = options.QuerySteps,
        QueryBatches = options.QueryBatches,
        Updates = options.MetaUpdates,
        StepSize = (options.MetaLearningRate, options.MetaLearningRateEnd ?? options.MetaLearningRate),
        Optimizer = options.MetaOptimizer,
    };

    /// <summary>A member's inner loop is over: what comes is its query set, where there is one.</summary>
    public void EndAdaptation(InnerLearner member)
    {
        if (QuerySteps > 0) member.BeginQuery();
    }

    /// <summary>Adds what a member found.</summary>
    public void Add(InnerLearner member, MetaParameters parameters)
    {
        if (QuerySteps == 0) parameters.AddAdapted(member.Network.Parameters);
        else if (member.QueryGradients(QueryBatches) is { } gradients) parameters.AddGradient(gradients);
    }
}
