using System.Buffers.Binary;
using EnvHub.Hosting;

namespace EnvHub.Fuzzing;

/// <summary>A record of a checkpoint's file, whether it is right or not.</summary>
/// <param name="Type">As the file numbers types.</param>
/// <param name="Length">How many values it says that it has.</param>
internal sealed record CheckpointRecord(byte[] Name, int Type, long Length, byte[] Values)
{
    private const int Start = 16, Checksum = sizeof(uint);

    /// <summary>The records up to the first that goes beyond the file.</summary>
    public static List<CheckpointRecord> Of(ReadOnlySpan<byte> file)
    {
        var records = new List<CheckpointRecord>();
        for (int at = Start; at + CheckpointFileLayout.RecordHead <= file.Length;)
        {
            int name = BinaryPrimitives.ReadInt32LittleEndian(file[at..]), type = BinaryPrimitives.ReadInt32LittleEndian(file[(at + 4)..]);
            long length = BinaryPrimitives.ReadInt64LittleEndian(file[(at + 8)..]), left = file.Length - at - CheckpointFileLayout.RecordHead - Checksum;
            if (name is <= 0 or > CheckpointFileLayout.LongestName || length < 0 || length > left || length * CheckpointElement.SizeOf(type) + name > left) break;
            int values = (int)length * CheckpointElement.SizeOf(type);
            at += CheckpointFileLayout.RecordHead;
            records.Add(new(file.Slice(at, name).ToArray(), type, length, file.Slice(at + name, values).ToArray()));
            at += name + values + Checksum;
        }
        return records;
    }

    /// <summary>A file whose checksums are right.</summary>
    /// <param name="count">What its end says.</param>
    public static byte[] Write(IEnumerable<CheckpointRecord> records, int count)
    {
        using var file = new MemoryStream();
        var checksum = Crc32C.Start;
        Put([.. CheckpointFileLayout.Magic, .. BitConverter.GetBytes(CheckpointFileLayout.Format)]);
        foreach (var record in records)
            Put([.. BitConverter.GetBytes(record.Name.Length), .. BitConverter.GetBytes(record.Type), .. BitConverter.GetBytes(record.Length), .. record.Name, .. record.Values]);
        Put([.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(count), .. BitConverter.GetBytes(0L)]);
        return file.ToArray();

        void Put(byte[] bytes)
        {
            checksum.Add(bytes);
            file.Write(bytes);
            byte[] value = BitConverter.GetBytes(checksum.Value);
            checksum.Add(value);
            file.Write(value);
        }
    }
}
