namespace EnvHub.Contracts.Tests;

/// <summary>A point on a slope as an author writes it, boxes throughout: pushed by the action, it terminates beyond 1.</summary>
internal sealed class Slope(int? limit = 30) : Environment<float[], float[]>(SpecOf(limit))
{
    private readonly float[] _state = new float[2];

    /// <summary>Steps that reached the author's code.</summary>
    public int StepsTaken { get; private set; }

    public static EnvironmentSpec SpecOf(int? limit) => new()
    {
        Id = EnvironmentId.Parse("Tests/Slope-v0"),
        ObservationSpace = BoxSpace.Uniform(float.NegativeInfinity, float.PositiveInfinity, 2),
        ActionSpace = BoxSpace.Uniform(-1, 1, 1),
        MaxEpisodeSteps = limit,
    };

    protected override float[] OnReset()
    {
        (_state[0], _state[1]) = ((float)Random.Uniform(-0.5, 0.5), 0);
        return _state;
    }

    protected override StepResult<float[]> OnStep(float[] action)
    {
        StepsTaken++;
        _state[1] += 0.05f * action[0] - 0.01f;
        _state[0] += _state[1];
        return new(_state, -Math.Abs(_state[0]), Terminated: Math.Abs(_state[0]) > 1);
    }
}
