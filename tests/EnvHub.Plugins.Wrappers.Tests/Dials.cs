namespace EnvHub.Plugins.Wrappers.Tests;

/// <summary>Shows the action that it was given, the same as in trace.py: actions of several integers without dynamics to speak of.</summary>
internal sealed class Dials<TAction>(Space<TAction> actions) : Environment<float[], TAction>(new()
{
    Id = EnvironmentId.Parse("Dials-v0"), ObservationSpace = BoxSpace.Uniform(-100, 100, actions.ElementSize), ActionSpace = actions,
}) where TAction : notnull
{
    private readonly float[] _last = new float[actions.ElementSize];

    public static IVectorEnvironment Copies(int count, Space<TAction> actions) => new EnvironmentVector<float[], TAction>(() => new Dials<TAction>(actions), count);

    public override bool CanSnapshot => true;

    protected override void Exchange(SnapshotArchive archive) => archive.Array<float>("last", _last);

    protected override float[] OnReset()
    {
        for (int i = 0; i < _last.Length; i++) _last[i] = (float)Random.Uniform(-0.5, 0.5);
        return _last;
    }

    protected override StepResult<float[]> OnStep(TAction action)
    {
        ActionSpace.Write(action, _last);
        return new(_last, _last.Sum(), _last.Sum() % 5 == 0);
    }
}
