using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Reads a safetensors file.</summary>
internal sealed class SafeTensorsReader : ICheckpointReader
{
    private const int LengthBytes = sizeof(ulong);

    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly Dictionary<string, Entry> _entries = [];

    private SafeTensorsReader(string path)
    {
        (_path, _bytes) = (path, File.ReadAllBytes(path));
        if (_bytes.Length < LengthBytes) throw new FormatException("it is too short.");
        ulong header = BinaryPrimitives.ReadUInt64LittleEndian(_bytes);
        if (header > (ulong)(_bytes.Length - LengthBytes)) throw new FormatException("its header is longer than the file.");
        _start = LengthBytes + (int)header;
        using var json = JsonDocument.Parse(_bytes.AsMemory(LengthBytes, (int)header));
        foreach (var member in json.RootElement.EnumerateObject())
            if (member.Name != SafeTensorsTypes.Metadata) _entries.Add(member.Name, EntryOf(member.Value));
    }

    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <exception cref="HubException">EH3512 the file is no safetensors file.</exception>
    public static SafeTensorsReader Open(string path)
    {
        try
        {
            return new(path);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw HostingErrors.NotSafeTensors(path, fault);
        }
    }

    public int LengthOf(string name) => Find(name).Count;

    public void Read<T>(string name, Span<T> values) where T : unmanaged
    {
        var entry = Find(name);
        if (entry.Type != SafeTensorsTypes.NameOf<T>(name) || entry.Count != values.Length)
            throw HostingErrors.ArrayDiffers(_path, name, $"{entry.Type} x {entry.Count}", $"{SafeTensorsTypes.NameOf<T>(name)} x {values.Length}");
        _bytes.AsSpan(entry.Offset, entry.Length).CopyTo(MemoryMarshal.AsBytes(values));
    }

    private Entry Find(string name) => _entries.TryGetValue(name, out var entry) ? entry : throw HostingErrors.NoSuchArray(_path, name);

    private Entry EntryOf(JsonElement json)
    {
        int count = json.GetProperty("shape").EnumerateArray().Aggregate(1, (product, axis) => checked(product * axis.GetInt32()));
        var offsets = json.GetProperty("data_offsets");
        var (from, to) = (offsets[0].GetInt32(), offsets[1].GetInt32());
        if (from < 0 || to < from || to > _bytes.Length - _start) throw new FormatException("an array lies outside the file.");
        return new(json.GetProperty("dtype").GetString()!, count, _start + from, to - from);
    }

    private sealed record Entry(string Type, int Count, int Offset, int Length);
}
