using System.Runtime.InteropServices;
using System.Text;

namespace EnvHub.Python;

/// <summary>Named arrays as one run of bytes, and back: equal states give equal bytes. Numbers lie as in memory, little-endian.</summary>
/// <param name="origin">What the state is of, in words.</param>
internal sealed class SnapshotBytes(string origin) : ICheckpointWriter, ICheckpointReader
{
    // The bytes E H S T, and a version.
    private const int Magic = 0x5453_4845, Version = 1;

    private readonly Dictionary<string, (string Type, int Length, byte[] Bytes)> _arrays = new(StringComparer.Ordinal);

    /// <summary>What the state is of.</summary>
    public string Origin => origin;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _arrays.Keys;

    /// <summary>Reads what <see cref="ToArray"/> gave.</summary>
    /// <exception cref="HubException">EH4659 it is something else.</exception>
    public static SnapshotBytes Read(string id, ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
            if (reader.ReadInt32() != Magic) throw ServingErrors.BadState(id, "it does not begin with EHST");
            int version = reader.ReadInt32();
            if (version != Version) throw ServingErrors.BadState(id, $"its version is {version}, this one is {Version}");
            var state = new SnapshotBytes(reader.ReadString());
            for (int count = reader.ReadInt32(); count > 0; count--) state.Take(reader);
            if (reader.BaseStream.Position != bytes.Length) throw ServingErrors.BadState(id, "it is longer than it says");
            return state;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or FormatException)
        {
            throw ServingErrors.BadState(id, "it is cut off or damaged");
        }
    }

    /// <inheritdoc/>
    public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged =>
        _arrays.Add(name, (typeof(T).Name, values.Length, MemoryMarshal.AsBytes(values).ToArray()));

    /// <inheritdoc/>
    public int LengthOf(string name) => Find(name).Length;

    /// <inheritdoc/>
    public void Read<T>(string name, Span<T> values) where T : unmanaged
    {
        var (type, length, bytes) = Find(name);
        var target = MemoryMarshal.AsBytes(values);
        if (type != typeof(T).Name || length != values.Length || bytes.Length != target.Length)
            throw ServingErrors.BadState(origin, $"{name} is {type}[{length}], and {typeof(T).Name}[{values.Length}] is needed");
        bytes.CopyTo(target);
    }

    /// <summary>All of it.</summary>
    public byte[] ToArray()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(origin);
        writer.Write(_arrays.Count);
        foreach (var (name, (type, length, bytes)) in _arrays)
        {
            writer.Write(name);
            writer.Write(type);
            writer.Write(length);
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }
        writer.Flush();
        return stream.ToArray();
    }

    private void Take(BinaryReader reader)
    {
        string name = reader.ReadString(), type = reader.ReadString();
        int length = reader.ReadInt32(), size = reader.ReadInt32();
        byte[] bytes = reader.ReadBytes(size);
        if (bytes.Length < size) throw new EndOfStreamException();
        _arrays.Add(name, (type, length, bytes));
    }

    private (string Type, int Length, byte[] Bytes) Find(string name) =>
        _arrays.TryGetValue(name, out var array) ? array : throw ServingErrors.BadState(origin, $"it has no {name}");
}
