namespace EnvHub.TestPlugins;

public sealed record TestLearnerOptions
{
    public double LearningRate { get; init; } = 0.001;
}
