namespace EnvHub.Contracts.Tests;

/// <summary>An author's environment whose code is given by the test: for faults.</summary>
internal sealed class Scripted : Environment<float[], long>
{
    public static readonly EnvironmentSpec Contract = new()
    {
        Id = EnvironmentId.Parse("Tests/Scripted"),
        ObservationSpace = BoxSpace.Uniform(-1, 1, 1),
        ActionSpace = new DiscreteSpace(2),
    };

    public Scripted() : base(Contract) { }

    public Func<float[]> ResetCode { get; set; } = () => [0];

    public Func<StepResult<float[]>> StepCode { get; set; } = () => new([0], 0);

    protected override float[] OnReset() => ResetCode();

    protected override StepResult<float[]> OnStep(long action) => StepCode();
}
