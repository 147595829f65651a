using System.Buffers.Binary;
using System.Text;

namespace EnvHub.Hosting.Tests;

/// <summary>Reads any message of Protocol Buffers by the wire format alone: a list of fields, each a number or bytes.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, object Value)> _fields = [];

    public ProtobufMessage(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            ulong key = Varint(ref bytes);
            object value;
            switch (key & 7)
            {
                case 0:
                    value = Varint(ref bytes);
                    break;
                case 1:
                    value = BinaryPrimitives.ReadDoubleLittleEndian(bytes);
                    bytes = bytes[8..];
                    break;
                case 2:
                    int length = (int)Varint(ref bytes);
                    value = bytes[..length].ToArray();
                    bytes = bytes[length..];
                    break;
                case 5:
                    value = BinaryPrimitives.ReadSingleLittleEndian(bytes);
                    bytes = bytes[4..];
                    break;
                default:
                    throw new InvalidDataException($"wire type {key & 7}");
            }
            _fields.Add(((int)(key >> 3), value));
        }
    }

    public bool Has(int field) => _fields.Any(item => item.Field == field);

    public IEnumerable<ProtobufMessage> Messages(int field) => Bytes(field).Select(bytes => new ProtobufMessage(bytes));

    public ProtobufMessage Message(int field) => Messages(field).Single();

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).Single());

    public IEnumerable<string> Texts(int field) => Bytes(field).Select(Encoding.UTF8.GetString);

    public IEnumerable<byte[]> Bytes(int field) => Values<byte[]>(field);

    public IEnumerable<long> Integers(int field) => Values<ulong>(field).Select(value => (long)value);

    public long Integer(int field) => Integers(field).SingleOrDefault();

    public float Float(int field) => Values<float>(field).Single();

    public double Double(int field) => Values<double>(field).Single();

    private IEnumerable<T> Values<T>(int field) => _fields.Where(item => item.Field == field).Select(item => (T)item.Value);

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
