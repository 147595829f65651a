namespace EnvHub.Envs.ToyText;

/// <summary>A state of the taxi's world; its number is <c>(cell·5 + passenger)·4 + destination</c>.</summary>
/// <param name="Cell">Where the taxi is: one of 25, row by row.</param>
/// <param name="Passenger">The stop where the passenger waits; 4 in the taxi.</param>
/// <param name="Destination">A stop.</param>
internal readonly record struct TaxiState(int Cell, int Passenger, int Destination)
{
    /// <summary>The passenger's place in the taxi.</summary>
    public const int InTaxi = 4;

    /// <summary>How many states there are.</summary>
    public const int Count = 25 * 5 * 4;

    /// <summary>The state with that number.</summary>
    public static TaxiState Of(int number) => new(number / 20, number / 4 % 5, number % 4);

    /// <summary>The state's number.</summary>
    public int Number => (Cell * 5 + Passenger) * 4 + Destination;
}
