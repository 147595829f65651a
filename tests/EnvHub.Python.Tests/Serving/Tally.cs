namespace EnvHub.Python.Tests;

/// <summary>Adds up its actions, 0 to 9: the observation is the sum, a row of one element; the episode ends where it is over 20.</summary>
internal sealed class Tally(Action closed) : Environment<float[], long>(Description)
{
    private static readonly EnvironmentSpec Description = new()
    {
        Id = EnvironmentId.Parse("Tally-v0"),
        ObservationSpace = BoxSpace.Uniform(0, 100, 1),
        ActionSpace = new DiscreteSpace(10),
    };
    private long _sum;

    protected override float[] OnReset() => [_sum = 0];

    protected override StepResult<float[]> OnStep(long action) => new([_sum += action], action, Terminated: _sum > 20);

    protected override void Dispose(bool disposing)
    {
        closed();
        base.Dispose(disposing);
    }
}
