using EnvHub.Learning;

namespace EnvHub.Plugins.MetaLearning;

/// <summary>What a stage of meta-learning must be, checked before anything runs.</summary>
internal static class MetaStage
{
    /// <summary>Why the learner cannot do the stage, in a sentence; null if it can.</summary>
    /// <param name="loop">Steps of one inner loop with its query set.</param>
    public static string? Refusal(StageSpec stage, MetaOptions options, long loop)
    {
        if (SharedHead.Refusal(stage.Tasks) is { } refusal) return refusal;
        if (stage.Steps < loop) return MetaLearningErrors.StageTooShort(stage.Steps, loop).Message;
        return options is MamlOptions maml && maml.QuerySteps < maml.NStep
            ? $"querySteps is {maml.QuerySteps} and nStep {maml.NStep}; a query set needs at least nStep steps. Raise querySteps."
            : ReplayCapacity.Refusal(stage, options);
    }
}
