namespace EnvHub.Setup;

/// <summary>Lets one set-up at a time at a folder, whatever the process. The system lets go of it when a process dies.</summary>
internal static class SetupLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200), Longest = TimeSpan.FromMinutes(15);

    /// <summary>Waits for its turn.</summary>
    /// <param name="tell">Told when another is at it.</param>
    /// <exception cref="HubException">EH4623 the other one takes too long.</exception>
    public static async Task<IDisposable> TakeAsync(string folder, Action<string> tell, CancellationToken cancellation)
    {
        // Beside the folder, which is replaced as a whole; it stays there, since removing a lock file races with those who wait for it.
        string file = folder + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        for (int waits = 0; ; waits++)
        {
            if (TryTake(file) is { } held) return held;
            if (waits == 0) tell($"waiting for another set-up of {folder}");
            if (waits * Pause > Longest) throw SetupErrors.Locked(file, Longest);
            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }
    }

    private static FileStream? TryTake(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }
}
