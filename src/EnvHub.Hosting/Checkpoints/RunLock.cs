namespace EnvHub.Hosting;

/// <summary>Holds a run folder for one process: a second one is refused, a dead one holds nothing.</summary>
/// <remarks>The lock is the open file's, not the file: what lies there after a crash is free.</remarks>
public sealed class RunLock : IDisposable
{
    private const string LockFile = "lock";

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="HubException">EH3710 another process has it; EH3502 the folder cannot be written.</exception>
    public static RunLock Take(string runFolder)
    {
        string path = Path.Combine(runFolder, LockFile);
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw HostingErrors.RunInUse(runFolder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.RunFolderNotWritable(runFolder, fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
