using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Envs.GridWorlds;

/// <summary>Carry an object to the tray with a gripper above a table: up (0), right (1), down (2), left (3), close (4), open (5). Observation
/// <c>[8, 8, 3]</c>, uint8: gripper (255 open, 128 closed), object (255 on the table, 128 held) and tray (255), a plane each. A step costs 0.01; to
/// grip the object earns 0.5, to let it go on the table costs 0.5, to let it go in the tray earns 0.5 and terminates the episode. Infos: <c>shortest_path</c>, the fewest steps from here to a delivery.</summary>
/// <remarks>The hub's own rules. The best return of an episode is 1 - 0.01·(|gripper, object| + |object, tray| + 2), distances in moves.</remarks>
public sealed class Grasp : BatchEnvironment
{
    private const int Gripper = 0, Thing = 1, Tray = 2;
    private const byte Half = 128;
    private static readonly RenderMode[] Modes = [RenderMode.Ansi, RenderMode.RgbArray];

    private readonly bool _hasRandomTray;
    private readonly GraspState[] _states;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    /// <exception cref="HubException">EH1100 <paramref name="count"/> is below 1.</exception>
    public Grasp(int count, GraspSettings? settings = null) : this(settings ?? new GraspSettings(), count) { }

    private Grasp(GraspSettings settings, int count) : base(count, settings.Limit(GraspSpec.Of(settings))) =>
        (_hasRandomTray, _states) = (settings.RandomTray, new GraspState[count]);

    /// <inheritdoc/>
    public override bool CanSnapshot => true;

    /// <inheritdoc/>
    public override IReadOnlyList<RenderMode> RenderModes => Modes;

    /// <inheritdoc/>
    protected override void Start(int copy, RandomGenerator random, Span<float> observation)
    {
        int tray = _hasRandomTray ? Board.Draw(ulong.MaxValue, random) : Board.Cells - 1;
        int thing = Board.Draw(~Board.SetOf(tray), random);
        _states[copy] = new(Board.Draw(ulong.MaxValue, random), thing, tray);
        Write(copy, observation);
    }

    /// <inheritdoc/>
    protected override void Advance(int first, in ActionBatch actions, in StepBuffers rows)
    {
        for (int i = 0; i < actions.Discrete.Length; i++)
        {
            int copy = first + i;
            var before = _states[copy];
            _states[copy] = before.After((int)actions.Discrete[i]);
            rows.Terminated[i] = _states[copy].IsDelivered;
            rows.Rewards[i] = _states[copy].Progress - before.Progress - Board.StepCost;
            Write(copy, rows.FinalObservations.Slice(i * Board.ObservationSize, Board.ObservationSize));
        }
    }

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        int[] numbers = [.. _states.Select(state => state.Number)];
        archive.Array<int>("states", numbers);
        for (int copy = 0; copy < numbers.Length; copy++) _states[copy] = GraspState.Of(numbers[copy]);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(int copy) => new() { ["shortest_path"] = _states[copy].ShortestPath };

    /// <inheritdoc/>
    protected override RenderFrame OnRender(int copy, RenderMode mode)
    {
        if (mode == RenderMode.Ansi) return RenderFrame.OfText(GraspPicture.Write(_states[copy]));
        var canvas = GraspPicture.Draw(_states[copy]);
        return new(string.Empty, canvas.Width, canvas.Height, canvas.Pixels);
    }

    private void Write(int copy, Span<float> observation)
    {
        var state = _states[copy];
        observation.Clear();
        Board.Show(observation, state.Gripper, Gripper, state.IsClosed ? Half : byte.MaxValue);
        Board.Show(observation, state.Thing, Thing, state.IsHeld ? Half : byte.MaxValue);
        Board.Show(observation, state.Tray, Tray);
    }
}
