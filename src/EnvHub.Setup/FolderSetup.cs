namespace EnvHub.Setup;

/// <summary>Fills a folder, whole or not at all.</summary>
public static class FolderSetup
{
    /// <summary>Fills a folder; one that is ready is left as it is.</summary>
    /// <param name="folder">A full path without a separator at its end.</param>
    /// <param name="tell">Told what is being done, a line each.</param>
    /// <returns>What was ready; null where the folder was filled.</returns>
    /// <remarks>Made beside its place, then moved there: a set-up that dies leaves nothing half. Several at once, in whatever processes, wait for one another.</remarks>
    /// <exception cref="HubException">EH4623 another set-up takes too long; others: what the filling says.</exception>
    public static async Task<TReady?> FillAsync<TReady>(string folder, FolderFilling<TReady> filling, Action<string> tell, CancellationToken cancellation) where TReady : class
    {
        ArgumentNullException.ThrowIfNull(filling);
        if (filling.Ready() is { } ready) return ready;
        if (!filling.MayFill()) throw filling.NotOurs(folder);
        try
        {
            using var turn = await SetupLock.TakeAsync(folder, tell, cancellation).ConfigureAwait(false);
            // Another one may have done it meanwhile.
            if (filling.Ready() is { } done) return done;
            await ReplaceAsync(folder, filling.Fill).ConfigureAwait(false);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw filling.Unwritable(folder, fault);
        }
    }

    private static async Task ReplaceAsync(string folder, Func<string, Task> fill)
    {
        string draft = folder + ".new";
        try
        {
            FolderSwap.Remove(draft);
            Directory.CreateDirectory(draft);
            await fill(draft).ConfigureAwait(false);
            FolderSwap.Replace(folder, draft);
        }
        finally
        {
            FolderSwap.Remove(draft);
        }
    }
}
