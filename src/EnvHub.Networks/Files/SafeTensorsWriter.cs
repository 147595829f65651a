using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace EnvHub.Networks;

/// <summary>Collects named arrays and writes them as a safetensors file: the same content gives the same bytes, in whatever order it came.</summary>
/// <remarks>Source: the safetensors format, version 1: 8 bytes of header length, a JSON header padded by spaces to whole 8 bytes, the
/// arrays without holes. Arrays with wide elements come first, so that each begins at a multiple of its element's size.</remarks>
public sealed class SafeTensorsWriter : ICheckpointWriter
{
    internal const string MetadataKey = "__metadata__";

    private readonly Dictionary<string, (string Type, int[] Shape, byte[] Bytes)> _tensors = [];

    /// <summary>Text that goes into the file beside the arrays, e.g. the version that wrote it.</summary>
    public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    /// <exception cref="HubException">EH1520 the name was used before, or is the metadata's; EH1521 a type that the format lacks;
    /// EH1522 the shape does not hold as many values.</exception>
    public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(name);
        string type = SafeTensorType.NameOf<T>() ?? throw FileErrors.TypeNotTaken(name, typeof(T));
        int[] axes = shape.IsEmpty ? [values.Length] : shape.ToArray();
        if (axes.Aggregate(1L, static (product, axis) => product * axis) != values.Length) throw FileErrors.WrongShape(name, values.Length, axes);
        if (name == MetadataKey || !_tensors.TryAdd(name, (type, axes, MemoryMarshal.AsBytes(values).ToArray()))) throw FileErrors.NameTaken(name);
    }

    /// <summary>Writes the whole file; the stream stays open.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        string[] names = [.. _tensors.Keys.OrderByDescending(name => SafeTensorType.SizeOf(_tensors[name].Type)).ThenBy(name => name, StringComparer.Ordinal)];
        byte[] header = Header(names);
        int padded = (header.Length + 7) & -8;
        Span<byte> length = stackalloc byte[sizeof(ulong)], padding = stackalloc byte[padded - header.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)padded);
        padding.Fill((byte)' ');
        stream.Write(length);
        stream.Write(header);
        stream.Write(padding);
        foreach (string name in names) stream.Write(_tensors[name].Bytes);
    }

    private byte[] Header(string[] names)
    {
        using MemoryStream header = new();
        using (Utf8JsonWriter json = new(header))
        {
            json.WriteStartObject();
            WriteMetadata(json);
            long begin = 0;
            foreach (string name in names)
            {
                WriteEntry(json, name, begin);
                begin += _tensors[name].Bytes.Length;
            }
            json.WriteEndObject();
        }
        return header.ToArray();
    }

    private void WriteMetadata(Utf8JsonWriter json)
    {
        if (Metadata.Count == 0) return;
        json.WriteStartObject(MetadataKey);
        foreach (var (key, value) in Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private void WriteEntry(Utf8JsonWriter json, string name, long begin)
    {
        var (type, shape, bytes) = _tensors[name];
        json.WriteStartObject(name);
        json.WriteString("dtype", type);
        json.WriteStartArray("shape");
        foreach (int axis in shape) json.WriteNumberValue(axis);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin + bytes.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
