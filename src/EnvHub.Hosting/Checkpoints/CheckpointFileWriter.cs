using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace EnvHub.Hosting;

/// <summary>Writes named arrays to a stream as they come, without keeping any: the file that <see cref="CheckpointFileLayout"/> describes.</summary>
internal sealed class CheckpointFileWriter : ICheckpointWriter
{
    private readonly Stream _stream;
    private readonly HashSet<string> _names = [];
    private Crc32C _checksum = Crc32C.Start;

    /// <param name="stream">Stays open.</param>
    public CheckpointFileWriter(Stream stream)
    {
        _stream = stream;
        Span<byte> format = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(format, CheckpointFileLayout.Format);
        Put(CheckpointFileLayout.Magic);
        Put(format);
        PutChecksum();
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH3701 the name was used before, or is empty or too long; EH3702 a type that is not taken.</exception>
    public void Write<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(name);
        int type = CheckpointElement.CodeOf(typeof(T));
        if (type < 0) throw HostingErrors.TypeNotTaken(name, typeof(T));
        byte[] title = Encoding.UTF8.GetBytes(name);
        if (title.Length is 0 or > CheckpointFileLayout.LongestName || !_names.Add(name)) throw HostingErrors.NameNotTaken(name);
        PutHead(title.Length, type, values.Length);
        Put(title);
        // In bytes an array may be longer than a span can be.
        int piece = CheckpointFileLayout.Piece / Unsafe.SizeOf<T>();
        for (; values.Length > piece; values = values[piece..]) Put(MemoryMarshal.AsBytes(values[..piece]));
        Put(MemoryMarshal.AsBytes(values));
        PutChecksum();
    }

    /// <summary>Writes the end; without it the file counts as cut off.</summary>
    public void Complete()
    {
        PutHead(0, _names.Count, 0);
        PutChecksum();
    }

    private void PutHead(int first, int second, long third)
    {
        Span<byte> head = stackalloc byte[CheckpointFileLayout.RecordHead];
        BinaryPrimitives.WriteInt32LittleEndian(head, first);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], second);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], third);
        Put(head);
    }

    private void PutChecksum()
    {
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, _checksum.Value);
        Put(checksum);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _checksum.Add(bytes);
        _stream.Write(bytes);
    }
}
