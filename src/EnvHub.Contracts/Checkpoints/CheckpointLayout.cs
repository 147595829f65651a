namespace EnvHub.Contracts;

/// <summary>Whether a checkpoint fits a part that is to be loaded, asked before anything is changed.</summary>
public static class CheckpointLayout
{
    /// <summary>Requires every array that <paramref name="save"/> writes now to be in the checkpoint, of the same type and length. For
    /// parts whose arrays do not change their lengths.</summary>
    /// <exception cref="HubException">EH1131 an array has another length; or the checkpoint lacks it, or has one of another type.</exception>
    public static void Require(ICheckpointReader reader, Action<ICheckpointWriter> save)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(save);
        save(new Comparison(reader));
    }

    // Reads what would be written, so that whatever a load could meet is met here.
    private sealed class Comparison(ICheckpointReader reader) : ICheckpointWriter
    {
        public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged
        {
            reader.Require(name, values.Length);
            reader.Read<T>(name, new T[values.Length]);
        }
    }
}
