namespace EnvHub.Hosting;

/// <summary>A checkpoint in working memory: keeps the weights of the best evaluation while training goes on.</summary>
internal sealed class WeightSnapshot : ICheckpointWriter, ICheckpointReader
{
    private readonly Dictionary<string, Array> _arrays = [];

    public IReadOnlyCollection<string> Names => _arrays.Keys;

    public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged => _arrays.Add(name, values.ToArray());

    public int LengthOf(string name) => Find(name).Length;

    public void Read<T>(string name, Span<T> values) where T : unmanaged
    {
        if (Find(name) is not T[] array || array.Length != values.Length) throw HostingErrors.SnapshotDiffers(name, typeof(T).Name, values.Length);
        array.CopyTo(values);
    }

    private Array Find(string name) => _arrays.TryGetValue(name, out var array) ? array : throw HostingErrors.NotInSnapshot(name);
}
