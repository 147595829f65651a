using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Collects arrays and writes them as one safetensors file: the header's length, the header in JSON, the values, little-endian.</summary>
/// <remarks>The same arrays and metadata give the same bytes. Source: the format's description in the safetensors project.</remarks>
internal sealed class SafeTensorsWriter(IReadOnlyDictionary<string, string> metadata) : ICheckpointWriter
{
    // The format wants the values to begin at a multiple of this.
    private const int Alignment = 8;

    private readonly List<(string Name, string Type, int[] Shape, byte[] Bytes)> _arrays = [];
    private readonly HashSet<string> _names = [];

    public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged
    {
        if (!_names.Add(name)) throw HostingErrors.WrittenTwice(name);
        _arrays.Add((name, SafeTensorsTypes.NameOf<T>(name), shape.IsEmpty ? [values.Length] : shape.ToArray(), MemoryMarshal.AsBytes(values).ToArray()));
    }

    public void WriteTo(Stream stream)
    {
        byte[] header = Header();
        int padding = (Alignment - header.Length % Alignment) % Alignment;
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)(header.Length + padding));
        stream.Write(length);
        stream.Write(header);
        for (int i = 0; i < padding; i++) stream.WriteByte((byte)' ');
        foreach (var array in _arrays) stream.Write(array.Bytes);
    }

    private byte[] Header()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(SafeTensorsTypes.Metadata);
            foreach (var (key, value) in metadata) json.WriteString(key, value);
            json.WriteEndObject();
            long offset = 0;
            foreach (var array in _arrays) WriteEntry(json, array, ref offset);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, (string Name, string Type, int[] Shape, byte[] Bytes) array, ref long offset)
    {
        json.WriteStartObject(array.Name);
        json.WriteString("dtype", array.Type);
        json.WriteStartArray("shape");
        foreach (int axis in array.Shape) json.WriteNumberValue(axis);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(offset += array.Bytes.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
