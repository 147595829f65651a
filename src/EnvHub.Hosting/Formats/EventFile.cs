using System.Buffers.Binary;
using System.Globalization;

namespace EnvHub.Hosting;

/// <summary>Writes a TensorBoard event file, readable while it grows.</summary>
/// <remarks>Source: the record format of TensorFlow (length, its checksum, data, its checksum; CRC-32C, rotated and shifted) and the messages
/// Event, Summary and SessionLog. The first record names the version. Each start has a file of its own: what a killed process left
/// half-written ends its own file alone. A later start says from where it goes on, and TensorBoard drops what the one before had
/// beyond that.</remarks>
internal sealed class EventFile : IDisposable
{
    private const string Version = "brain.Event:2";
    private const int WallTime = 1, Step = 2, FileVersion = 3, Summary = 5, SessionLog = 7, Value = 1, Tag = 1, SimpleValue = 2, Status = 1, Start = 1;

    private readonly TimeProvider _time;
    private readonly FileStream _file;

    /// <param name="folder">Of one run, as TensorBoard counts runs; made if absent.</param>
    /// <param name="firstStep">Where it goes on; 0 at the beginning.</param>
    public EventFile(string folder, long firstStep, TimeProvider time)
    {
        _time = time;
        Directory.CreateDirectory(folder);
        _file = Create(folder, time.GetUtcNow().ToUnixTimeSeconds());
        Write(record => record.Text(FileVersion, Version));
        if (firstStep > 0) Write(record =>
        {
            record.Integer(Step, firstStep);
            record.Message(SessionLog, log => log.Integer(Status, Start));
        });
    }

    /// <summary>Writes values that belong to one step. NaN, which stands for nothing measured, is left out.</summary>
    public void Add(long step, ReadOnlySpan<(string Tag, double Value)> values)
    {
        (string Tag, double Value)[] measured = [.. values.ToArray().Where(value => !double.IsNaN(value.Value))];
        if (measured.Length == 0) return;
        Write(record =>
        {
            record.Integer(Step, step);
            record.Message(Summary, summary =>
            {
                foreach (var (tag, number) in measured)
                    summary.Message(Value, value =>
                    {
                        value.Text(Tag, tag);
                        value.Float(SimpleValue, (float)number);
                    });
            });
        });
    }

    public void Dispose() => _file.Dispose();

    /// <summary>A checksum as records hold it: so that the checksum of data with checksums in it stays good.</summary>
    internal static uint Mask(uint checksum) => (checksum >> 15 | checksum << 17) + 0xa282ead8;

    private static FileStream Create(string folder, long seconds)
    {
        for (int n = 0; ; n++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{seconds:0000000000}.{Environment.MachineName}.{n}");
            try
            {
                return new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            }
            catch (IOException) when (File.Exists(Path.Combine(folder, name)))
            {
                // Another start within the same second.
            }
        }
    }

    private void Write(Action<ProtobufWriter> content)
    {
        byte[] data = ProtobufWriter.ToBytes(record =>
        {
            record.Double(WallTime, (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
            content(record);
        });
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)data.Length);
        WriteChecked(length);
        WriteChecked(data);
        _file.Flush();
    }

    private void WriteChecked(ReadOnlySpan<byte> bytes)
    {
        var checksum = Crc32C.Start;
        checksum.Add(bytes);
        Span<byte> masked = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(masked, Mask(checksum.Value));
        _file.Write(bytes);
        _file.Write(masked);
    }
}
