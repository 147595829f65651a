using System.Text.Json.Nodes;
using EnvHub.Numerics;
using EnvHub.Rendering;

namespace EnvHub.Envs.ToyText;

/// <summary>Fetch a passenger and bring them to their destination: south (0), north (1), east (2), west (3), pick up (4), drop off (5).
/// Observation <c>[1]</c>: <c>((row·5 + column)·5 + passenger)·4 + destination</c>. A step costs 1, a pickup or drop-off that is not
/// allowed 10; an episode terminates with the delivery, worth 20. Infos: also <c>action_mask</c>, the actions that change the state;
/// the same are its action masks.</summary>
/// <remarks>Source: Dietterich (2000); rules, order of outcomes and draws of Gymnasium's <c>Taxi-v4</c>, bit for bit. Differs: the episode
/// restarts in the same step.</remarks>
public sealed class Taxi : TabularEnvironment
{
    private static readonly bool[] Masks = TaxiRules.Masks();

    private readonly bool _hasFicklePassengers;
    private readonly double _fickleProbability;
    private readonly bool[] _isFickle;
    private readonly int[] _before;

    /// <param name="count">Copies; at least 1.</param>
    /// <param name="settings">Valid settings; null for the defaults.</param>
    public Taxi(int count, TaxiSettings? settings = null) : this(settings ?? new TaxiSettings(), count) { }

    private Taxi(TaxiSettings settings, int count)
        : base(count, settings.Limit(TaxiSpec.Of(settings)), TaxiRules.Table(settings), TaxiRules.Starts())
    {
        (_hasFicklePassengers, _fickleProbability) = (settings.FicklePassenger, settings.FickleProbability);
        (_isFickle, _before) = (new bool[count], new int[count]);
    }

    /// <inheritdoc/>
    protected override void Start(int copy, RandomGenerator random, Span<float> observation)
    {
        base.Start(copy, random, observation);
        _isFickle[copy] = _hasFicklePassengers && random.NextDouble() < _fickleProbability;
    }

    /// <inheritdoc/>
    protected override void Advance(int first, in ActionBatch actions, in StepBuffers rows)
    {
        if (_hasFicklePassengers) States.Slice(first, rows.Rewards.Length).CopyTo(_before.AsSpan(first));
        base.Advance(first, actions, rows);
        if (!_hasFicklePassengers) return;
        for (int i = 0; i < rows.Rewards.Length; i++)
        {
            ChangeMind(first + i);
            rows.FinalObservations[i] = States[first + i];
        }
    }

    /// <inheritdoc/>
    protected override void Exchange(SnapshotArchive archive)
    {
        base.Exchange(archive);
        archive.Array<bool>("isFickle", _isFickle);
    }

    /// <inheritdoc/>
    protected override void WriteActionMask(int copy, Span<bool> mask) =>
        Masks.AsSpan(States[copy] * TaxiRules.Actions, TaxiRules.Actions).CopyTo(mask);

    /// <inheritdoc/>
    protected override JsonObject Describe(int copy)
    {
        var info = base.Describe(copy);
        var mask = new JsonArray();
        foreach (bool isUseful in Masks.AsSpan(States[copy] * TaxiRules.Actions, TaxiRules.Actions)) mask.Add(isUseful ? 1 : 0);
        info[ActionMask.InfoKey] = mask;
        return info;
    }

    // Once per episode, at the first move with the passenger in the taxi: one of the three other destinations.
    private void ChangeMind(int copy)
    {
        TaxiState before = TaxiState.Of(_before[copy]), after = TaxiState.Of(States[copy]);
        if (!_isFickle[copy] || before.Passenger != TaxiState.InTaxi || before.Cell == after.Cell) return;
        _isFickle[copy] = false;
        int other = (int)RandomOf(copy).Integers(TaxiTown.Stops.Length - 1);
        States[copy] = (after with { Destination = other < before.Destination ? other : other + 1 }).Number;
    }

    private protected override Canvas Draw(int state) => TaxiPicture.Draw(TaxiState.Of(state));

    private protected override string WriteText(int state, int lastAction) => TaxiPicture.WriteText(TaxiState.Of(state), lastAction);
}
