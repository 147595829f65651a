namespace EnvHub.Contracts;

/// <summary>Loads a part that has no check of its own, whole or not at all.</summary>
public static class WholeLoad
{
    /// <summary>Loads; after an error, wherever it came from, the part is what it was.</summary>
    /// <param name="save">Writes the part as it is.</param>
    /// <param name="load">Takes what <paramref name="save"/> wrote.</param>
    public static void Run(ICheckpointReader reader, Action<ICheckpointWriter> save, Action<ICheckpointReader> load)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(save);
        ArgumentNullException.ThrowIfNull(load);
        var before = new MemoryCheckpoint();
        save(before);
        try
        {
            load(reader);
        }
        catch
        {
            load(before);
            throw;
        }
    }
}
