using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace EnvHub.Hosting;

/// <summary>A checkpoint's file, checked to its last byte when it is opened; arrays are read from it as they are asked for.</summary>
internal sealed class CheckpointFileReader : ICheckpointReader, IDisposable
{
    // What is no Unicode is no name: two such could become one.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path;
    private readonly Stream _stream;
    private readonly Dictionary<string, (int Type, int Length, long Offset)> _arrays = [];
    private readonly byte[] _piece;
    private Crc32C _checksum = Crc32C.Start;

    /// <exception cref="HubException">EH3703 it is cut off; EH3704 it is damaged; EH3705 it is no checkpoint; EH3706 its format is another;
    /// EH3715 its arrays' names are no names.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public CheckpointFileReader(string path) : this(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), path) { }

    /// <param name="stream">Can be sought; disposed with the reader.</param>
    internal CheckpointFileReader(Stream stream, string path)
    {
        (_path, _stream) = (path, stream);
        _piece = new byte[(int)Math.Clamp(_stream.Length, 1, CheckpointFileLayout.Piece)];
        try
        {
            CheckStart();
            while (ReadRecord()) { }
        }
        catch (EndOfStreamException)
        {
            _stream.Dispose();
            throw HostingErrors.CheckpointCutOff(path);
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => _arrays.Keys;

    /// <inheritdoc/>
    /// <exception cref="HubException">EH3707 there is no such array.</exception>
    public int LengthOf(string name) => Find(name).Length;

    /// <inheritdoc/>
    /// <exception cref="HubException">EH3707 there is no such array; EH3708 it is of another type or length.</exception>
    public void Read<T>(string name, Span<T> values) where T : unmanaged
    {
        var (type, length, offset) = Find(name);
        if (type != CheckpointElement.CodeOf(typeof(T)) || length != values.Length)
            throw HostingErrors.OtherArray(_path, name, length, CheckpointElement.NameOf(type), values.Length, typeof(T).Name);
        _stream.Position = offset;
        int piece = CheckpointFileLayout.Piece / CheckpointElement.SizeOf(type);
        for (; values.Length > piece; values = values[piece..]) _stream.ReadExactly(MemoryMarshal.AsBytes(values[..piece]));
        _stream.ReadExactly(MemoryMarshal.AsBytes(values));
    }

    public void Dispose() => _stream.Dispose();

    private (int Type, int Length, long Offset) Find(string name) =>
        _arrays.TryGetValue(name, out var array) ? array : throw HostingErrors.NoSuchArray(_path, name);

    private void CheckStart()
    {
        Span<byte> start = stackalloc byte[CheckpointFileLayout.Magic.Length + sizeof(int)];
        Take(start);
        if (!start.StartsWith(CheckpointFileLayout.Magic)) throw HostingErrors.NotACheckpoint(_path);
        CheckChecksum("its start");
        int format = BinaryPrimitives.ReadInt32LittleEndian(start[CheckpointFileLayout.Magic.Length..]);
        if (format != CheckpointFileLayout.Format) throw HostingErrors.CheckpointFormat(_path, format);
    }

    /// <returns>False for the end.</returns>
    private bool ReadRecord()
    {
        Span<byte> head = stackalloc byte[CheckpointFileLayout.RecordHead];
        Take(head);
        int nameLength = BinaryPrimitives.ReadInt32LittleEndian(head), type = BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
        long length = BinaryPrimitives.ReadInt64LittleEndian(head[8..]);
        if (nameLength == 0) return CheckEnd(type);
        // What these numbers say is not yet checked by a checksum: they must not make the hub take memory or jump beyond the file.
        if (nameLength is < 0 or > CheckpointFileLayout.LongestName || CheckpointElement.SizeOf(type) == 0 || length is < 0 or > int.MaxValue)
            throw HostingErrors.CheckpointDamaged(_path, $"its part {_arrays.Count + 1}");
        Span<byte> title = stackalloc byte[CheckpointFileLayout.LongestName];
        Take(title[..nameLength]);
        string name = NameOf(title[..nameLength]);
        long offset = _stream.Position;
        Pass(length * CheckpointElement.SizeOf(type));
        CheckChecksum($"its part '{name}'");
        if (!_arrays.TryAdd(name, (type, (int)length, offset))) throw HostingErrors.CheckpointNames(_path, $"'{name}' is there twice");
        return true;
    }

    private string NameOf(ReadOnlySpan<byte> title)
    {
        try
        {
            return Strict.GetString(title);
        }
        catch (ArgumentException)
        {
            throw HostingErrors.CheckpointNames(_path, $"the name of its part {_arrays.Count + 1} is no Unicode");
        }
    }

    private bool CheckEnd(int records)
    {
        CheckChecksum("its end");
        if (records != _arrays.Count || _stream.Position != _stream.Length) throw HostingErrors.CheckpointDamaged(_path, "its end");
        return false;
    }

    private void CheckChecksum(string part)
    {
        uint expected = _checksum.Value;
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        Take(checksum);
        if (BinaryPrimitives.ReadUInt32LittleEndian(checksum) != expected) throw HostingErrors.CheckpointDamaged(_path, part);
    }

    private void Take(Span<byte> bytes)
    {
        _stream.ReadExactly(bytes);
        _checksum.Add(bytes);
    }

    private void Pass(long bytes)
    {
        if (bytes > _stream.Length - _stream.Position) throw new EndOfStreamException();
        for (; bytes > 0; bytes -= _piece.Length) Take(_piece.AsSpan(0, (int)Math.Min(bytes, _piece.Length)));
    }
}
