using EnvHub.Networks;

namespace EnvHub.Learning.Tests;

/// <summary>Tasks, sources and networks small enough to count by hand.</summary>
internal static class HandMade
{
    public static EmbeddedBackend Backend { get; } = new();

    public static TaskSpec Task(string name, int observations, int actions, ReferenceScores? scores = null, string environment = "Hand-v0") => new()
    {
        Name = name,
        Environment = new()
        {
            Id = EnvironmentId.Parse(environment), ObservationSpace = BoxSpace.Uniform(-1, 1, observations), ActionSpace = new DiscreteSpace(actions),
            ReferenceScores = scores,
        },
    };

    public static LearnerContext Context(params TaskSpec[] tasks) =>
        new() { Tasks = tasks, Copies = 1, TotalSteps = 1_000, Random = new RandomStreams(1), Networks = Backend };

    public static INetwork Network(int[] hidden, bool layerNorm, ulong seed, params TaskSpec[] tasks) => Backend.Create(
        new QNetworkOptions { Hidden = hidden, LayerNorm = layerNorm }.ToSpec(tasks), new RandomGenerator(seed));

    /// <summary>A source whose weights are those of <paramref name="network"/>.</summary>
    public static LearnerSource Source(INetwork network, double meanReturn, params TaskSpec[] tasks)
    {
        var weights = new MemoryCheckpoint();
        NetworkCheckpoint.Save(network, weights);
        return Source(weights, meanReturn, tasks);
    }

    public static LearnerSource Source(MemoryCheckpoint weights, double meanReturn, params TaskSpec[] tasks) => new()
    {
        Stage = "pretrain", Tasks = tasks, Weights = weights, Policy = null!, OpenState = static () => new MemoryCheckpoint(),
        Returns = [.. tasks.Select(_ => meanReturn)], TotalSteps = 0,
    };

    /// <summary>The values of a segment as files hold them: a weight as <c>[outputs, inputs]</c>.</summary>
    public static float[] Values(INetwork network, string name)
    {
        var saved = new MemoryCheckpoint();
        NetworkCheckpoint.Save(network, saved);
        var values = new float[saved.LengthOf(name)];
        saved.Read(name, values.AsSpan());
        return values;
    }
}
