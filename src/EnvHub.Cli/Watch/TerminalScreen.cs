using System.Diagnostics;
using System.Text;
using EnvHub.Rendering;

namespace EnvHub.Cli;

/// <summary>Pictures in place, at the terminal's size, on its second screen, so that what stood there before comes back.</summary>
internal sealed class TerminalScreen : IScreen
{
    private const string Enter = "\e[?1049h\e[?25l\e[2J", Leave = "\e[0m\e[?25h\e[?1049l";
    private const string ToTop = "\e[H", ClearLine = "\e[K", ClearBelow = "\e[J";

    // The title, the status and one empty line.
    private const int OtherLines = 3;

    private readonly Terminal _terminal;
    private readonly string _title;
    private readonly TimeSpan _interval;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next;

    public TerminalScreen(Terminal terminal, RenderMode mode, string title, double fps)
    {
        (_terminal, Mode, _title) = (terminal, mode, title);
        _interval = TimeSpan.FromSeconds(1 / fps);
        _terminal.Output.Write(Enter);
    }

    public RenderMode Mode { get; }

    public void Show(RenderFrame picture, WatchStatus status, CancellationToken cancellation)
    {
        var text = new StringBuilder(ToTop);
        foreach (string line in Lines(picture, status)) text.Append(line).Append(ClearLine).Append("\r\n");
        _terminal.Output.Write(text.Append(ClearBelow));
        _terminal.Output.Flush();
        Wait(status.IsEnd ? TimeSpan.FromSeconds(1) : _interval, cancellation);
    }

    public void Complete() { }

    public void Dispose()
    {
        _terminal.Output.Write(Leave);
        _terminal.Output.Flush();
    }

    private IEnumerable<string> Lines(RenderFrame picture, WatchStatus status) => [_title, .. PictureLines(picture), status.ToString()];

    private string[] PictureLines(RenderFrame picture)
    {
        int room = Math.Max(1, _terminal.Height - OtherLines);
        if (Mode == RenderMode.Ansi) return [.. picture.Text.TrimEnd('\n').Split('\n').Take(room)];
        var size = (picture.Width, picture.Height);
        return HalfBlocks.Render(picture.Pixels.Span, size, HalfBlocks.Fit(size, (_terminal.Width, room))).TrimEnd('\n').Split('\n');
    }

    // Counts from picture to picture, so that drawing's own time does not slow the episode down.
    private void Wait(TimeSpan interval, CancellationToken cancellation)
    {
        _next = (_next > _clock.Elapsed - interval ? _next : _clock.Elapsed) + interval;
        var left = _next - _clock.Elapsed;
        if (left > TimeSpan.Zero) cancellation.WaitHandle.WaitOne(left);
        cancellation.ThrowIfCancellationRequested();
    }
}
