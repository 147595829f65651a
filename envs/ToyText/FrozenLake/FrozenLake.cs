using EnvHub.Rendering;

namespace EnvHub.Envs.ToyText;

/// <summary>Cross a frozen lake without falling into a hole: left (0), down (1), right (2), up (3). Observation <c>[1]</c>: the cell, row by
/// row. An episode terminates at the goal, worth 1, and in a hole.</summary>
/// <remarks>Source: rules, order of outcomes and draws of Gymnasium's <c>FrozenLake-v1</c> and <c>FrozenLake8x8-v1</c>, bit for bit.
/// Differs: the episode restarts in the same step.</remarks>
public sealed class FrozenLake : TabularEnvironment
{
    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    /// <param name="isLarge">False: <c>FrozenLake-v1</c>, 100 steps; true: <c>FrozenLake8x8-v1</c>, 200 steps.</param>
    public FrozenLake(int count, FrozenLakeSettings? settings = null, bool isLarge = false)
        : this(settings ?? (isLarge ? new FrozenLake8x8Settings() : new FrozenLakeSettings()), isLarge, count) { }

    private FrozenLake(FrozenLakeSettings settings, bool isLarge, int count) : this(settings, FrozenLakeMap.Of(settings), isLarge, count) { }

    private FrozenLake(FrozenLakeSettings settings, IReadOnlyList<string> map, bool isLarge, int count) : base(
        count, settings.Limit(FrozenLakeSpec.Of(settings, isLarge)), FrozenLakeRules.Table(map, settings), FrozenLakeRules.Starts(map)) => Map = map;

    /// <summary>The cells, row by row: S start, F frozen, H hole, G goal.</summary>
    public IReadOnlyList<string> Map { get; }

    private protected override Canvas Draw(int state) => FrozenLakePicture.Draw(Map, state);

    private protected override string WriteText(int state, int lastAction) => FrozenLakePicture.WriteText(Map, state, lastAction);
}
