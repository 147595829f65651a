using System.Text.Json.Nodes;
using EnvHub.Numerics;

namespace EnvHub.Envs.ToyText;

/// <summary>An environment that is a table of transitions: observation <c>[1]</c>, the state's number. Infos: <c>prob</c>, the chance that
/// the last transition had.</summary>
public abstract partial class TabularEnvironment : BatchEnvironment
{
    private readonly TransitionTable _table;
    private readonly Categorical _starts;
    private readonly int[] _states, _lastActions;
    private readonly double[] _chances;

    private protected TabularEnvironment(int count, EnvironmentSpec spec, TransitionTable table, Categorical starts) : base(count, spec)
    {
        (_table, _starts) = (table, starts);
        (_states, _lastActions, _chances) = (new int[count], new int[count], new double[count]);
    }

    /// <summary>The state of each copy.</summary>
    internal Span<int> States => _states;

    /// <summary>The action that each copy took last; -1 after a reset: for pictures.</summary>
    internal ReadOnlySpan<int> LastActions => _lastActions;

    /// <inheritdoc/>
    public sealed override bool CanSnapshot => true;

    /// <inheritdoc/>
    protected override void Start(int copy, RandomGenerator random, Span<float> observation)
    {
        ArgumentNullException.ThrowIfNull(random);
        (_states[copy], _lastActions[copy], _chances[copy]) = (_starts.Draw(random.NextDouble()), -1, 1);
        observation[0] = _states[copy];
    }

    // A step draws a number even where the table leaves nothing to chance: so does Gymnasium.
    /// <inheritdoc/>
    protected override void Advance(int first, in ActionBatch actions, in StepBuffers rows)
    {
        for (int i = 0; i < actions.Discrete.Length; i++)
        {
            int copy = first + i, action = actions.Discrete[i];
            ref readonly var outcome = ref _table.Draw(_states[copy], action, RandomOf(copy).NextDouble());
            (_states[copy], _lastActions[copy], _chances[copy]) = (outcome.State, action, outcome.Probability);
            (rows.FinalObservations[i], rows.Rewards[i], rows.Terminated[i]) = (outcome.State, outcome.Reward, outcome.Terminated);
        }
    }

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        archive.Array<int>("states", _states);
        archive.Array<int>("lastActions", _lastActions);
        archive.Array<double>("chances", _chances);
    }

    /// <inheritdoc/>
    protected override JsonObject Describe(int copy) => new() { ["prob"] = _chances[copy] };
}
