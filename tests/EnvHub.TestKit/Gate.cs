using EnvHub.Contracts;

namespace EnvHub.TestKit;

/// <summary>One action is possible at a time, drawn at random and told by the mask alone: the observation does not show it. It earns 1; any other earns
/// -1 and ends the episode, which else lasts <see cref="Length"/> steps. So whoever reaches that length has heeded every mask.</summary>
public sealed class Gate() : Environment<float[], long>(Description)
{
    /// <summary>The return of a player without a fault.</summary>
    public const int Length = 20;

    private const int Actions = 4;

    private readonly float[] _observation = new float[1];
    private int _open;

    /// <summary>Actions that were not possible, of all gates together since it was last set to 0.</summary>
    public static int Faults { get; set; }

    /// <summary>Its spec.</summary>
    public static EnvironmentSpec Description { get; } = new()
    {
        Id = EnvironmentId.Parse("Gate-v0"),
        ObservationSpace = BoxSpace.Uniform(0, 1, 1),
        ActionSpace = new DiscreteSpace(Actions),
        HasActionMasks = true,
        MaxEpisodeSteps = Length,
    };

    /// <summary>The task.</summary>
    public static TaskSpec Task { get; } = new() { Name = "gate", Environment = Description };

    /// <inheritdoc/>
    public override bool CanSnapshot => true;

    /// <summary>That many copies.</summary>
    public static EnvironmentVector<float[], long> Copies(int count) => new(static () => new Gate(), count);

    /// <inheritdoc/>
    protected override void WriteActionMask(Span<bool> mask)
    {
        mask.Clear();
        mask[_open] = true;
    }

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        archive.Value("open", ref _open);
    }

    /// <inheritdoc/>
    protected override float[] OnReset() => Move();

    /// <inheritdoc/>
    protected override StepResult<float[]> OnStep(long action)
    {
        bool isFault = action != _open;
        if (isFault) Faults++;
        return new(Move(), isFault ? -1 : 1, Terminated: isFault);
    }

    private float[] Move()
    {
        _open = (int)Random.Integers(Actions);
        _observation[0] = (float)Random.NextDouble();
        return _observation;
    }
}
