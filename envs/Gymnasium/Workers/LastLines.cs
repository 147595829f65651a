using System.Text;

namespace EnvHub.Envs.Gymnasium;

/// <summary>Reads all that a process writes to its standard error and keeps the end of it: a flood costs no memory.</summary>
internal sealed class LastLines
{
    private const int Kept = 4096, StackBytes = 128 * 1024;

    private readonly Stream _stream;
    private readonly byte[] _ring = new byte[Kept];
    private readonly Thread _reader;
    private long _written;

    public LastLines(Stream stream)
    {
        _stream = stream;
        _reader = new Thread(Read, StackBytes) { IsBackground = true, Name = "worker's standard error" };
        _reader.Start();
    }

    /// <summary>The end of it as a message's last part; empty if nothing was written. Waits a moment for what is still in the pipe.</summary>
    public string Tail(TimeSpan patience)
    {
        _reader.Join(patience);
        lock (_ring)
        {
            int length = (int)Math.Min(_written, Kept);
            var bytes = new byte[length];
            for (int i = 0; i < length; i++) bytes[i] = _ring[(_written - length + i) % Kept];
            string text = Encoding.UTF8.GetString(bytes).Trim();
            return text.Length == 0 ? "" : $"\nThe end of its standard error:\n{text}";
        }
    }

    private void Read()
    {
        var buffer = new byte[Kept];
        try
        {
            for (int count; (count = _stream.Read(buffer)) > 0;) Keep(buffer.AsSpan(0, count));
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // The worker is gone, and what it wrote is kept.
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        lock (_ring)
        {
            foreach (byte value in bytes) _ring[_written++ % Kept] = value;
        }
    }
}
