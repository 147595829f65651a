using System.Text.Json.Nodes;
using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

/// <summary>A random walk that ends beyond 3 and keeps every promise.</summary>
internal sealed class Walk(EnvironmentSpec spec) : Environment<float[], long>(spec)
{
    public static readonly EnvironmentSpec Standard = new()
    {
        Id = EnvironmentId.Parse("test/Walk-v0"),
        ObservationSpace = BoxSpace.Uniform(-10, 10, 2),
        ActionSpace = new DiscreteSpace(3),
        HasActionMasks = true,
        MaxEpisodeSteps = 50,
        RewardRange = (0, 1),
    };

    private readonly float[] _seen = new float[2];
    private double _x;
    private int _steps;

    public override IReadOnlyList<RenderMode> RenderModes => [RenderMode.Ansi, RenderMode.RgbArray];

    public override JsonObject Info => new() { ["x"] = _x };

    public override RenderFrame Render(RenderMode mode) => mode == RenderMode.Ansi ? RenderFrame.OfText($"x {_x}") : new("", 4, 2, new byte[24]);

    public override bool CanSnapshot => true;

    protected override void Exchange(SnapshotArchive archive)
    {
        archive.Value("x", ref _x);
        archive.Value("steps", ref _steps);
    }

    protected override float[] OnReset()
    {
        (_x, _steps) = (Random.Uniform(-1, 1), 0);
        return See();
    }

    protected override StepResult<float[]> OnStep(long action)
    {
        _x += action - 1 + Random.Uniform(-0.5, 0.5);
        _steps++;
        return new(See(), 1, Terminated: Math.Abs(_x) > 3);
    }

    private float[] See()
    {
        (_seen[0], _seen[1]) = ((float)_x, Math.Min(_steps, 50) / 10f);
        return _seen;
    }
}
