using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace EnvHub.Networks;

/// <summary>A safetensors file in memory, checked as a whole before anything is read from it. Nothing in such a file is executed.</summary>
public sealed class SafeTensorsReader : ICheckpointReader
{
    private const int LengthSize = sizeof(ulong);
    private const int MaxHeader = 100_000_000;

    private readonly byte[] _file;
    private readonly int _dataStart;
    private readonly Dictionary<string, SafeTensor> _tensors;

    /// <summary>Takes a file's bytes; they must not change while the reader is used.</summary>
    /// <exception cref="HubException">EH1523 the file is truncated; EH1524 the header is malformed, holds a key twice or an unknown field;
    /// EH1525 an array's place is not right; EH1526 the arrays leave a hole, overlap or miss bytes; EH1527 the header is above 100 MB.</exception>
    public SafeTensorsReader(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length < LengthSize) throw FileErrors.Truncated(file.Length, LengthSize);
        ulong header = BinaryPrimitives.ReadUInt64LittleEndian(file);
        if (header > MaxHeader) throw FileErrors.HeaderTooLong(header, MaxHeader);
        _dataStart = LengthSize + (int)header;
        if (file.Length < _dataStart) throw FileErrors.Truncated(file.Length, _dataStart);
        _file = file;
        var parsed = SafeTensorsHeader.Parse(file.AsSpan(LengthSize, (int)header));
        SafeTensorsHeader.CheckPlaces(parsed.Tensors, file.Length - _dataStart);
        Metadata = parsed.Metadata;
        _tensors = parsed.Tensors.ToDictionary(tensor => tensor.Name);
    }

    /// <summary>The text beside the arrays.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _tensors.Keys;

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1528 the checkpoint has no such array.</exception>
    public int LengthOf(string name) => checked((int)Find(name).Length);

    /// <summary>The length of each axis of the array called <paramref name="name"/>.</summary>
    /// <exception cref="HubException">EH1528 the checkpoint has no such array.</exception>
    public IReadOnlyList<int> ShapeOf(string name) => Find(name).Shape;

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1528 the checkpoint has no such array; EH1529 it has another type or length.</exception>
    public void Read<T>(string name, Span<T> values) where T : unmanaged
    {
        var tensor = Find(name);
        if (tensor.Type != SafeTensorType.NameOf<T>() || tensor.Length != values.Length)
            throw FileErrors.OtherArray(tensor, values.Length, SafeTensorType.NameOf<T>() ?? typeof(T).Name);
        _file.AsSpan(_dataStart + (int)tensor.Begin, (int)(tensor.End - tensor.Begin)).CopyTo(MemoryMarshal.AsBytes(values));
    }

    private SafeTensor Find(string name) => _tensors.GetValueOrDefault(name) ?? throw FileErrors.NoSuchArray(name, _tensors.Keys);
}
