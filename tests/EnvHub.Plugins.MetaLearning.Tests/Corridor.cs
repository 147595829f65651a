namespace EnvHub.Plugins.MetaLearning.Tests;

/// <summary>A corridor (<see cref="CorridorWalk"/>) of at most <see cref="LongestLength"/> states, in which every tenth step truncates; which action
/// goes right the observation does not tell.</summary>
/// <remarks>No one policy is good in a corridor and in its mirror image, so that a family of both is learned by adaptation alone.</remarks>
internal sealed class Corridor(int length, bool isMirrored, ulong seed)
{
    public const int LongestLength = 7;
    private readonly int _rightAction = isMirrored ? 0 : 1;
    private readonly CorridorWalk _walk = new(length, stepLimit: 10, rightAction: isMirrored ? 0 : 1, seed);

    public TaskSpec Task { get; } = new()
    {
        Name = $"corridor-{length}-{isMirrored}-{seed}",
        Environment = new EnvironmentSpec
        {
            Id = EnvironmentId.Parse("Corridor"), ObservationSpace = new DiscreteSpace(LongestLength + 1), ActionSpace = new DiscreteSpace(2),
        },
    };

    public void Step(ILearner learner, int task) => _walk.Step(learner, task);

    public void Step(InnerLearner learner)
    {
        _walk.Begin();
        learner.Act(_walk.Observation, _walk.Action);
        _walk.Move();
        learner.Observe(_walk.Transitions);
        learner.Learn();
    }

    /// <summary>Share of the states in which the greedy action goes right.</summary>
    public double ShareRight(IPolicy policy)
    {
        var actions = new int[length];
        policy.Act(0, Enumerable.Range(0, length).Select(state => (float)state).ToArray(), actions);
        return actions.Average(action => action == _rightAction ? 1.0 : 0);
    }
}
