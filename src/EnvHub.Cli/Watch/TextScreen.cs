namespace EnvHub.Cli;

/// <summary>Text pictures one below the other, as fast as they come: for files and pipes.</summary>
internal sealed class TextScreen(TextWriter output) : IScreen
{
    public RenderMode Mode => RenderMode.Ansi;

    public void Show(RenderFrame picture, WatchStatus status, CancellationToken cancellation) =>
        output.WriteLine($"{picture.Text.TrimEnd('\n')}\n{status}\n");

    public void Complete() { }

    public void Dispose() => output.Flush();
}
