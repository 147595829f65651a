using EnvHub.Numerics;

namespace EnvHub.Envs.Arcade;

/// <summary>Catch the balls that fall: move the paddle left (0), not at all (1) or right (2). Observation <c>[84, 84]</c>, uint8: the field. A ball
/// that is caught is worth 1, one that is lost -1; after the last the episode terminates.</summary>
/// <remarks>The hub's own rules: a ball falls from a random place, drifts, and turns round at the walls, so where it comes down is told by two
/// pictures, not by one: <c>FrameStack</c> shows several. The default's best return is 5, and every ball can be reached.</remarks>
public sealed class Catch : BatchEnvironment
{
    private static readonly RenderMode[] Modes = [RenderMode.Ansi, RenderMode.RgbArray];

    private readonly CatchState _state;
    private readonly CatchDynamics _dynamics;
    private readonly CatchPicture _picture;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    /// <exception cref="HubException">EH1100 <paramref name="count"/> is below 1.</exception>
    public Catch(int count, CatchSettings? settings = null) : this(settings ?? new CatchSettings(), count) { }

    private Catch(CatchSettings settings, int count) : base(count, settings.Limit(CatchSpec.Of(settings))) =>
        (_state, _dynamics, _picture) = (new CatchState(count), new CatchDynamics(settings), new CatchPicture(settings));

    /// <inheritdoc/>
    public override bool CanSnapshot => true;

    /// <inheritdoc/>
    public override IReadOnlyList<RenderMode> RenderModes => Modes;

    /// <inheritdoc/>
    protected override void Start(int copy, RandomGenerator random, Span<float> observation)
    {
        _dynamics.Start(_state, copy, random);
        _picture.Write(_state, copy, observation);
    }

    /// <inheritdoc/>
    protected override void Advance(int first, in ActionBatch actions, in StepBuffers rows)
    {
        int size = Spec.ObservationSpace.ElementSize;
        for (int i = 0; i < actions.Discrete.Length; i++)
        {
            int copy = first + i;
            rows.Rewards[i] = _dynamics.Advance(_state, copy, actions.Discrete[i], RandomOf(copy));
            rows.Terminated[i] = _state.BallsLeft[copy] == 0;
            _picture.Write(_state, copy, rows.FinalObservations.Slice(i * size, size));
        }
    }

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _state.Exchange(archive);
    }

    /// <inheritdoc/>
    protected override RenderFrame OnRender(int copy, RenderMode mode)
    {
        if (mode == RenderMode.Ansi) return RenderFrame.OfText(_picture.Sketch(_state, copy));
        var canvas = _picture.Draw(_state, copy);
        return new(string.Empty, canvas.Width, canvas.Height, canvas.Pixels);
    }
}
