namespace EnvHub.Envs.ToyText;

/// <summary>What a move, a pickup and a drop-off can lead to.</summary>
internal static class TaxiRules
{
    /// <summary>The actions after the four directions.</summary>
    public const int Pickup = 4, DropOff = 5, Actions = 6;

    /// <summary>Rewards of a step, of a delivery and of a pickup or drop-off that is not allowed.</summary>
    public const double Step = -1, Delivery = 20, Refusal = -10;

    /// <summary>The start: any cell, a passenger who waits at a stop and wants to another.</summary>
    public static Categorical Starts() => new([.. Enumerable.Range(0, TaxiState.Count).Select(TaxiState.Of)
        .Select(state => state.Passenger != TaxiState.InTaxi && state.Passenger != state.Destination ? 1.0 : 0.0)]);

    /// <summary>The transitions.</summary>
    public static TransitionTable Table(TaxiSettings settings)
    {
        var table = new TransitionTable(TaxiState.Count, Actions, settings.IsRainy);
        for (int number = 0; number < TaxiState.Count; number++)
        {
            var state = TaxiState.Of(number);
            for (int direction = 0; direction < Pickup; direction++)
            {
                if (settings.IsRainy) table.Set(number, direction, Drift(state, direction, settings.RainyProbability));
                else table.Set(number, direction, Move(state, direction, 1));
            }
            table.Set(number, Pickup, PickUp(state));
            table.Set(number, DropOff, SetDown(state));
        }
        return table;
    }

    /// <summary>Which actions change the state, of every state: shape <c>[States, Actions]</c>.</summary>
    public static bool[] Masks() => [.. Enumerable.Range(0, TaxiState.Count).SelectMany(
        number => Enumerable.Range(0, Actions).Select(action => IsUseful(TaxiState.Of(number), action)))];

    /// <summary>Whether an action changes the state.</summary>
    public static bool IsUseful(TaxiState state, int action) => action switch
    {
        Pickup => IsWaitingHere(state),
        DropOff => state.Passenger == TaxiState.InTaxi && TaxiTown.Stops.Contains(state.Cell),
        _ => TaxiTown.Move(state.Cell, action) != state.Cell,
    };

    private static Outcome Move(TaxiState state, int direction, double probability) =>
        new(probability, (state with { Cell = TaxiTown.Move(state.Cell, direction) }).Number, Step, false);

    // Forward, left, right. A taxi that cannot go forward stays, whatever the rain.
    private static Outcome[] Drift(TaxiState state, int direction, double forward)
    {
        double aside = (1.0 - forward) / 2.0;
        if (!IsUseful(state, direction)) return [Stay(state, forward), Stay(state, aside), Stay(state, aside)];
        return [Move(state, direction, forward), Move(state, TaxiTown.LeftOf(direction), aside), Move(state, TaxiTown.RightOf(direction), aside)];
    }

    private static Outcome Stay(TaxiState state, double probability) => new(probability, state.Number, Step, false);

    private static Outcome PickUp(TaxiState state) =>
        IsWaitingHere(state) ? new(1, (state with { Passenger = TaxiState.InTaxi }).Number, Step, false) : new(1, state.Number, Refusal, false);

    private static Outcome SetDown(TaxiState state)
    {
        int stop = Array.IndexOf(TaxiTown.Stops, state.Cell);
        if (stop < 0 || state.Passenger != TaxiState.InTaxi) return new(1, state.Number, Refusal, false);
        bool isDelivered = stop == state.Destination;
        return new(1, (state with { Passenger = stop }).Number, isDelivered ? Delivery : Step, isDelivered);
    }

    private static bool IsWaitingHere(TaxiState state) => state.Passenger != TaxiState.InTaxi && TaxiTown.Stops[state.Passenger] == state.Cell;
}
