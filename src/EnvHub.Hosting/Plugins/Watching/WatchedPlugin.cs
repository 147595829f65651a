namespace EnvHub.Hosting;

/// <summary>One plugin's folder under watch: what was last taken up of it.</summary>
internal sealed class WatchedPlugin(string folder, PluginCopies copies)
{
    private string? _seen, _taken;   // prints: at the last look; of what was last tried

    /// <summary>The plugin as it was last taken up; null before the first time.</summary>
    public PluginSource? Source { get; private set; }

    /// <summary>Takes up what has changed, once it stands still: from a copy, and only as a whole.</summary>
    /// <remarks>A plugin that cannot be loaded, half written perhaps, leaves the one before in its place.</remarks>
    /// <returns>Whether <see cref="Source"/> is another.</returns>
    public bool Look()
    {
        string? print = FolderPrint.Of(folder);
        bool isStill = print is not null && print == _seen;
        _seen = print;
        if (!isStill || print == _taken || Copy(print!) is not { } copy) return false;
        _taken = print;
        var next = new PluginSource(folder, copy, PluginLifetime.Catalog);
        Source = next.Load() is { } failure && Source?.Load() is null && Source is not null ? Source.Keep(failure) : next;
        return true;
    }

    // A copy of files that changed meanwhile is of no use.
    private string? Copy(string print)
    {
        try
        {
            string copy = copies.Copy(folder);
            return FolderPrint.Of(folder) == print ? copy : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
