using System.Buffers.Binary;

namespace EnvHub.Hosting.Tests;

/// <summary>Reads an event file as TensorBoard does: whole records with good checksums, up to the first that is not whole.</summary>
internal static class EventRecords
{
    public static IReadOnlyList<ProtobufMessage> Read(string path)
    {
        var records = new List<ProtobufMessage>();
        for (ReadOnlySpan<byte> bytes = File.ReadAllBytes(path); bytes.Length >= 12;)
        {
            CheckSum(bytes[..8], bytes[8..12]);
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            if (bytes.Length < length + 16) break;
            CheckSum(bytes.Slice(12, length), bytes.Slice(12 + length, 4));
            records.Add(new(bytes.Slice(12, length)));
            bytes = bytes[(length + 16)..];
        }
        return records;
    }

    /// <summary>Tag, step and value of every scalar.</summary>
    public static IEnumerable<(string Tag, long Step, float Value)> Scalars(string path) =>
        from record in Read(path)
        from summary in record.Messages(5)
        from value in summary.Messages(1)
        select (value.Text(1), record.Integer(2), value.Float(2));

    /// <summary>CRC-32C bit by bit, with the reversed polynomial of RFC 3720.</summary>
    public static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x82F63B78;
        }
        return ~crc;
    }

    // Unmasks what is stored, where the writer masks what it computes.
    private static void CheckSum(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> stored)
    {
        uint turned = BinaryPrimitives.ReadUInt32LittleEndian(stored) - 0xa282ead8;
        Assert.That(turned << 15 | turned >> 17, Is.EqualTo(Crc32C(bytes)), "checksum");
    }
}
