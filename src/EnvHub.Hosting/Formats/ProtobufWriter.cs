using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EnvHub.Hosting;

/// <summary>Writes one message in Protocol Buffers' wire format: what the two formats that need it need, and no more.</summary>
/// <remarks>Source: the encoding of Protocol Buffers: a key is the field's number and its wire type, numbers are little-endian.</remarks>
internal sealed class ProtobufWriter
{
    private const uint VarintType = 0, Fixed64Type = 1, BytesType = 2, Fixed32Type = 5;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>An int32, int64 or enumeration; negative numbers take ten bytes.</summary>
    public void Integer(int field, long value)
    {
        Key(field, VarintType);
        Varint((ulong)value);
    }

    public void Double(int field, double value)
    {
        Key(field, Fixed64Type);
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(sizeof(double)), value);
        _bytes.Advance(sizeof(double));
    }

    public void Float(int field, float value)
    {
        Key(field, Fixed32Type);
        BinaryPrimitives.WriteSingleLittleEndian(_bytes.GetSpan(sizeof(float)), value);
        _bytes.Advance(sizeof(float));
    }

    public void Text(int field, string value) => Raw(field, Encoding.UTF8.GetBytes(value));

    public void Raw(int field, ReadOnlySpan<byte> value)
    {
        Key(field, BytesType);
        Varint((ulong)value.Length);
        _bytes.Write(value);
    }

    /// <summary>A message within the message.</summary>
    public void Message(int field, Action<ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        write(message);
        Raw(field, message.Bytes);
    }

    /// <summary>The whole as a message.</summary>
    public static byte[] ToBytes(Action<ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        write(message);
        return message.Bytes.ToArray();
    }

    private void Key(int field, uint type) => Varint((uint)field << 3 | type);

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) _bytes.Write([(byte)(value | 0x80)]);
        _bytes.Write([(byte)value]);
    }
}
