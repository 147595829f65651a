namespace EnvHub.Learning;

/// <summary>A range of a checkpoint's arrays: those of <paramref name="total"/> values are seen as <paramref name="length"/> values from
/// <paramref name="offset"/> on, others as they are.</summary>
internal sealed class SlicedCheckpoint(ICheckpointReader whole, int total, int offset, int length) : ICheckpointReader
{
    public IReadOnlyCollection<string> Names => whole.Names;

    public int LengthOf(string name)
    {
        int found = whole.LengthOf(name);
        return found == total ? length : found;
    }

    public void Read<T>(string name, Span<T> values) where T : unmanaged
    {
        if (whole.LengthOf(name) != total)
        {
            whole.Read(name, values);
            return;
        }
        var all = new T[total];
        whole.Read(name, all.AsSpan());
        all.AsSpan(offset, length).CopyTo(values);
    }
}
