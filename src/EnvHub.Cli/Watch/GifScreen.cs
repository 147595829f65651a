using EnvHub.Rendering;

namespace EnvHub.Cli;

/// <summary>Pictures into an animation. The file appears when it is whole; cancelled or failed, nothing is left of it.</summary>
internal sealed class GifScreen : IScreen
{
    private const double LastSeconds = 1;

    private readonly string _path, _unfinished;
    private readonly double _seconds;
    private readonly FileStream _stream;
    private GifWriter? _writer;
    private bool _isComplete;

    /// <param name="path">Exists only if it may be overwritten.</param>
    /// <param name="fps">Pictures per second; a GIF shows at most 50.</param>
    /// <exception cref="HubException">EH5043 the file cannot be made.</exception>
    public GifScreen(string path, double fps)
    {
        (_path, _unfinished, _seconds) = (path, path + ".part", 1 / fps);
        if (Directory.Exists(path)) throw CliErrors.NotWritable("--gif", path, new IOException("It is a folder."));
        try
        {
            _stream = new FileStream(_unfinished, FileMode.Create, FileAccess.Write);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CliErrors.NotWritable("--gif", path, fault);
        }
    }

    public RenderMode Mode => RenderMode.RgbArray;

    /// <summary>Pictures so far.</summary>
    public int Count { get; private set; }

    public void Show(RenderFrame picture, WatchStatus status, CancellationToken cancellation)
    {
        _writer ??= new GifWriter(_stream, picture.Width, picture.Height);
        _writer.Add(picture.Pixels.Span, status.IsEnd ? LastSeconds : _seconds);
        Count++;
    }

    public void Complete()
    {
        _writer?.Dispose();
        _stream.Dispose();
        File.Move(_unfinished, _path, overwrite: true);
        _isComplete = true;
    }

    public void Dispose()
    {
        _stream.Dispose();
        if (!_isComplete) File.Delete(_unfinished);
    }
}
