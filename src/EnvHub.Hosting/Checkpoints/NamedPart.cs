namespace EnvHub.Hosting;

/// <summary>A part of a checkpoint: the names in it follow its own.</summary>
internal sealed class NamedPart : ICheckpointWriter, ICheckpointReader
{
    private readonly string _prefix;
    private readonly ICheckpointWriter? _writer;
    private readonly ICheckpointReader? _reader;

    public NamedPart(string name, ICheckpointWriter writer) => (_prefix, _writer) = ($"{name}.", writer);

    public NamedPart(string name, ICheckpointReader reader) => (_prefix, _reader) = ($"{name}.", reader);

    public IReadOnlyCollection<string> Names =>
        [.. _reader!.Names.Where(name => name.StartsWith(_prefix, StringComparison.Ordinal)).Select(name => name[_prefix.Length..])];

    public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged =>
        _writer!.Write(_prefix + name, values, shape);

    public int LengthOf(string name) => _reader!.LengthOf(_prefix + name);

    public void Read<T>(string name, Span<T> values) where T : unmanaged => _reader!.Read(_prefix + name, values);
}
