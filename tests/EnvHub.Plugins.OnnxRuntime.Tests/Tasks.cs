namespace EnvHub.Plugins.OnnxRuntime.Tests;

/// <summary>Tasks for networks to be tried with.</summary>
internal static class Tasks
{
    /// <summary>CartPole-v1's spaces.</summary>
    public static TaskSpec CartPole { get; } = Of(Box(4), new DiscreteSpace(2), name: "CartPole-v1");

    public static BoxSpace Box(int size) => BoxSpace.Uniform(float.NegativeInfinity, float.PositiveInfinity, size);

    public static TaskSpec Of(Space observations, Space actions, int? stackedFrames = null, string name = "Task-v0") => new()
    {
        Name = name,
        Environment = new EnvironmentSpec { Id = EnvironmentId.Parse(name), ObservationSpace = observations, ActionSpace = actions, StackedFrames = stackedFrames },
    };
}
