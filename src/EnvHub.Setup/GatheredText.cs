using System.Text;

namespace EnvHub.Setup;

/// <summary>What has come through a stream so far: it counts also where the stream never ends.</summary>
internal sealed class GatheredText
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins to read.</summary>
    public GatheredText(StreamReader stream) => End = ReadAsync(stream);

    /// <summary>The stream's end.</summary>
    public Task End { get; }

    /// <summary>What has come.</summary>
    public string Text
    {
        get { lock (_text) return _text.ToString(); }
    }

    private async Task ReadAsync(StreamReader stream)
    {
        var buffer = new char[4096];
        try
        {
            for (int count; (count = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            {
                lock (_text) _text.Append(buffer, 0, count);
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Closed while it was read: whoever waited has what came before.
        }
    }
}
