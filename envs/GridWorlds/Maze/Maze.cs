using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Envs.GridWorlds;

/// <summary>Find the way through a maze that is new in each episode: up (0), right (1), down (2), left (3). Observation <c>[8, 8, 3]</c>, uint8: walls,
/// walker and goal, a plane each, 255 where they are. A step costs 0.01, also one that a wall stops; the goal is worth 1 and terminates the episode.
/// Infos: <c>shortest_path</c>, the fewest steps from here to the goal.</summary>
/// <remarks>The hub's own rules. The best return of an episode is 1 - 0.01·d, d the shortest path at its start.</remarks>
public sealed class Maze : BatchEnvironment
{
    private const int Walls = 0, Walker = 1, Goal = 2;
    private static readonly RenderMode[] Modes = [RenderMode.Ansi, RenderMode.RgbArray];

    private readonly MazeSettings _settings;
    private readonly ulong[] _free;
    private readonly int[] _walkers, _goals;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    /// <exception cref="HubException">EH1100 <paramref name="count"/> is below 1.</exception>
    public Maze(int count, MazeSettings? settings = null) : this(settings ?? new MazeSettings(), count) { }

    private Maze(MazeSettings settings, int count) : base(count, settings.Limit(MazeSpec.Of(settings))) =>
        (_settings, _free, _walkers, _goals) = (settings, new ulong[count], new int[count], new int[count]);

    /// <inheritdoc/>
    public override bool CanSnapshot => true;

    /// <inheritdoc/>
    public override IReadOnlyList<RenderMode> RenderModes => Modes;

    /// <inheritdoc/>
    protected override void Start(int copy, RandomGenerator random, Span<float> observation)
    {
        _free[copy] = MazeGenerator.Generate(_settings.Loops, _settings.Mazes, random);
        _walkers[copy] = Board.Draw(_free[copy], random);
        _goals[copy] = Board.Draw(_free[copy] & ~Board.SetOf(_walkers[copy]), random);
        Write(copy, observation);
    }

    /// <inheritdoc/>
    protected override void Advance(int first, in ActionBatch actions, in StepBuffers rows)
    {
        for (int i = 0; i < actions.Discrete.Length; i++)
        {
            int copy = first + i;
            int next = Board.Move(_walkers[copy], (int)actions.Discrete[i]);
            if (Board.Has(_free[copy], next)) _walkers[copy] = next;
            rows.Terminated[i] = _walkers[copy] == _goals[copy];
            rows.Rewards[i] = rows.Terminated[i] ? Board.Success - Board.StepCost : -Board.StepCost;
            Write(copy, rows.FinalObservations.Slice(i * Board.ObservationSize, Board.ObservationSize));
        }
    }

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        archive.Array<ulong>("free", _free);
        archive.Array<int>("walkers", _walkers);
        archive.Array<int>("goals", _goals);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(int copy) => new() { ["shortest_path"] = Board.ShortestPath(_free[copy], _walkers[copy], _goals[copy]) };

    /// <inheritdoc/>
    protected override RenderFrame OnRender(int copy, RenderMode mode)
    {
        if (mode == RenderMode.Ansi) return RenderFrame.OfText(MazePicture.Write(_free[copy], _walkers[copy], _goals[copy]));
        var canvas = MazePicture.Draw(_free[copy], _walkers[copy], _goals[copy]);
        return new(string.Empty, canvas.Width, canvas.Height, canvas.Pixels);
    }

    private void Write(int copy, Span<float> observation)
    {
        observation.Clear();
        for (int cell = 0; cell < Board.Cells; cell++)
            if (!Board.Has(_free[copy], cell)) Board.Show(observation, cell, Walls);
        Board.Show(observation, _walkers[copy], Walker);
        Board.Show(observation, _goals[copy], Goal);
    }
}
