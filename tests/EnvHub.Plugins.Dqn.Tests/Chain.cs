namespace EnvHub.Plugins.Dqn.Tests;

/// <summary>A corridor (<see cref="CorridorWalk"/>) in which every third step truncates. So <c>Q*(s, right) = γ^(length - 1 - s)</c> and
/// <c>Q*(s, left) = γ·Q*(max(s - 1, 0), right)</c>.</summary>
internal sealed class Chain(int length, ulong seed)
{
    public const double Discount = 0.9;
    private readonly CorridorWalk _walk = new(length, stepLimit: 3, rightAction: 1, seed);

    public TaskSpec Task { get; } = new()
    {
        Name = $"chain-{length}",
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse($"Chain{length}"), ObservationSpace = new DiscreteSpace(length + 1), ActionSpace = new DiscreteSpace(2),
        },
    };

    public void Step(ILearner learner, int task) => _walk.Step(learner, task);

    /// <summary>Q*, shape <c>[length, 2]</c>: left, right.</summary>
    public double[] OptimalValues => [.. Enumerable.Range(0, length).SelectMany(state => new[] { Discount * Best(Math.Max(state - 1, 0)), Best(state) })];

    public float[] LearnedValues(IPolicy policy, int task)
    {
        var values = new float[length * 2];
        policy.ActionValues(task, [.. Enumerable.Range(0, length).Select(state => (float)state)], values);
        return values;
    }

    private double Best(int state) => Math.Pow(Discount, length - 1 - state);
}
