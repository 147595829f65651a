namespace EnvHub.Contracts;

/// <summary>What a load asks of a checkpoint before it changes anything.</summary>
public static class CheckpointReaderExtensions
{
    /// <summary>Requires the array called <paramref name="name"/> to be there and to hold <paramref name="length"/> values.</summary>
    /// <exception cref="HubException">EH1131 it holds another number of values; or the checkpoint has no such array.</exception>
    public static void Require(this ICheckpointReader reader, string name, int length)
    {
        ArgumentNullException.ThrowIfNull(reader);
        int found = reader.LengthOf(name);
        if (found != length) throw ContractErrors.WrongArrayLength(name, found, length);
    }
}
