namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>A point that actions push, the same as in trace.py: continuous actions without dynamics to speak of.</summary>
internal sealed class Drift() : Environment<float[], float[]>(Description)
{
    public static readonly EnvironmentSpec Description = new()
    {
        Id = EnvironmentId.Parse("Drift-v0"),
        ObservationSpace = BoxSpace.Uniform(-10, 10, 2),
        ActionSpace = new BoxSpace([-2, -1], [2, 3]),
    };

    private readonly float[] _x = new float[2];

    public static IVectorEnvironment Copies(int count) => new EnvironmentVector<float[], float[]>(() => new Drift(), count);

    protected override float[] OnReset()
    {
        for (int i = 0; i < 2; i++) _x[i] = (float)Random.Uniform(-0.5, 0.5);
        return _x;
    }

    protected override StepResult<float[]> OnStep(float[] action)
    {
        for (int i = 0; i < 2; i++) _x[i] += 0.25f * action[i];
        return new(_x, (double)_x[0] - action[1], Math.Abs(_x[0]) > 3);
    }
}
