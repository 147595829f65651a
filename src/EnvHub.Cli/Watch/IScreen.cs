namespace EnvHub.Cli;

/// <summary>Where episodes are shown. Disposing it leaves the terminal, or the file, as it should be.</summary>
internal interface IScreen : IDisposable
{
    /// <summary>What it shows.</summary>
    RenderMode Mode { get; }

    /// <summary>Shows one picture and stays as long as it should be seen.</summary>
    void Show(RenderFrame picture, WatchStatus status, CancellationToken cancellation);

    /// <summary>Called when all episodes have been shown.</summary>
    void Complete();
}
