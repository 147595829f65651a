namespace EnvHub.Contracts;

/// <summary>A checkpoint in working memory: for weights that are kept while training goes on, and for taking back a load that failed.</summary>
public sealed class MemoryCheckpoint : ICheckpointWriter, ICheckpointReader
{
    private readonly Dictionary<string, Array> _arrays = [];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _arrays.Keys;

    /// <inheritdoc/>
    public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged => _arrays.Add(name, values.ToArray());

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1133 there is no such array.</exception>
    public int LengthOf(string name) => Find(name).Length;

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1133 there is no such array; EH1134 it is of another type or length.</exception>
    public void Read<T>(string name, Span<T> values) where T : unmanaged
    {
        // Arrays of int and of uint pass for each other in the runtime's own test.
        var array = Find(name);
        if (array.GetType() != typeof(T[]) || array.Length != values.Length) throw ContractErrors.OtherArray(name, array, typeof(T).Name, values.Length);
        ((T[])array).CopyTo(values);
    }

    private Array Find(string name) => _arrays.TryGetValue(name, out var array) ? array : throw ContractErrors.NoArray(name);
}
