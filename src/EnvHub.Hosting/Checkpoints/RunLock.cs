namespace EnvHub.Hosting;

/// <summary>Holds a run folder for one process: a second one is refused, a dead one holds nothing.</summary>
/// <remarks>The lock is the open file's, not the file: what lies there after a crash is free.</remarks>
public sealed class RunLock : IDisposable
{
    private const string LockFile = "lock";

    // Who only looks whether it is held has it for a moment.
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // EWOULDBLOCK of Linux and of macOS, and Windows's sharing violation.
    private static readonly int[] HeldCodes = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="HubException">EH3710 another process has it; EH3502 the folder cannot be written.</exception>
    public static RunLock Take(string runFolder)
    {
        string path = Path.Combine(runFolder, LockFile);
        for (int attempt = 1; ; attempt++)
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException fault) when (IsHeld(fault))
            {
                if (attempt == Attempts) throw HostingErrors.RunInUse(runFolder);
                Thread.Sleep(Pause);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw HostingErrors.RunFolderNotWritable(runFolder, fault);
            }
    }

    /// <summary>Whether a process has the lock.</summary>
    public static bool IsHeld(string runFolder) => IsHeldFile(Path.Combine(runFolder, LockFile));

    /// <summary>Whether a process has a file locked for itself alone.</summary>
    internal static bool IsHeldFile(string path)
    {
        try
        {
            // Shared: two that look at the same moment do not see each other.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException fault)
        {
            return IsHeld(fault);
        }
    }

    /// <summary>Whether a file could not be opened because another process or thread has it; not for a disk that is full or takes no writing.</summary>
    internal static bool IsHeld(IOException fault) => HeldCodes.Contains(fault.HResult);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
