namespace EnvHub.Contracts.Tests;

/// <summary>A corridor of cells as an author writes it, discrete throughout: walk right to its end. The start is drawn from the first two cells.</summary>
internal sealed class Corridor(int length = 6, int? limit = 30, long firstAction = 0) : Environment<long, long>(SpecOf(length, limit, firstAction))
{
    private long _cell;

    public int Disposals { get; private set; }

    public static EnvironmentSpec SpecOf(int length, int? limit, long firstAction) => new()
    {
        Id = EnvironmentId.Parse("Tests/Corridor-v1"),
        ObservationSpace = new DiscreteSpace(length),
        ActionSpace = new DiscreteSpace(2, firstAction),
        MaxEpisodeSteps = limit,
        RewardRange = (-0.1, 1),
    };

    public override bool CanSnapshot => true;

    protected override void Exchange(SnapshotArchive archive) => archive.Value("cell", ref _cell);

    protected override long OnReset() => _cell = Random.Integers(2);

    protected override StepResult<long> OnStep(long action)
    {
        _cell = Math.Clamp(_cell + (action == firstAction ? -1 : 1), 0, length - 1);
        bool isAtTheEnd = _cell == length - 1;
        return new(_cell, isAtTheEnd ? 1 : -0.1, Terminated: isAtTheEnd);
    }

    protected override void Dispose(bool disposing)
    {
        Disposals++;
        base.Dispose(disposing);
    }
}
