namespace EnvHub.Contracts;

/// <summary>A part of a checkpoint: the names in it follow its own, with a dot between. Parts nest.</summary>
public sealed class NamedPart : ICheckpointWriter, ICheckpointReader
{
    private readonly string _prefix;
    private readonly ICheckpointWriter? _writer;
    private readonly ICheckpointReader? _reader;

    /// <summary>A part to write.</summary>
    /// <param name="name">Dotted or not, e.g. <c>wrappers.0</c>.</param>
    public NamedPart(string name, ICheckpointWriter writer) => (_prefix, _writer) = ($"{name}.", writer);

    /// <summary>A part to read.</summary>
    /// <param name="name">Dotted or not, e.g. <c>wrappers.0</c>.</param>
    public NamedPart(string name, ICheckpointReader reader) => (_prefix, _reader) = ($"{name}.", reader);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names =>
        [.. Reader.Names.Where(name => name.StartsWith(_prefix, StringComparison.Ordinal)).Select(name => name[_prefix.Length..])];

    private ICheckpointReader Reader => _reader ?? throw new InvalidOperationException("This part is written, not read.");

    private ICheckpointWriter Writer => _writer ?? throw new InvalidOperationException("This part is read, not written.");

    /// <inheritdoc/>
    public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged =>
        Writer.Write(_prefix + name, values, shape);

    /// <inheritdoc/>
    public int LengthOf(string name) => Reader.LengthOf(_prefix + name);

    /// <inheritdoc/>
    public void Read<T>(string name, Span<T> values) where T : unmanaged => Reader.Read(_prefix + name, values);
}
