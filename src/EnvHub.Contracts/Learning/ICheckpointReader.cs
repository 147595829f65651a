namespace EnvHub.Contracts;

/// <summary>Gives back the named arrays of a checkpoint.</summary>
public interface ICheckpointReader
{
    /// <summary>The names that the checkpoint holds.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>How many values the array called <paramref name="name"/> holds.</summary>
    /// <exception cref="HubException">The checkpoint has no such array.</exception>
    int LengthOf(string name);

    /// <summary>Reads the array called <paramref name="name"/>.</summary>
    /// <param name="values">Receives the values, row-major; as long as the array.</param>
    /// <exception cref="HubException">The checkpoint has no such array, or one of another type or length.</exception>
    void Read<T>(string name, Span<T> values) where T : unmanaged;
}
