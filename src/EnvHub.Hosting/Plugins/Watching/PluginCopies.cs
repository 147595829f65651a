namespace EnvHub.Hosting;

/// <summary>Copies of plugins' folders, from which a watching hub loads them: so that their own files may be replaced while trials use what was loaded.</summary>
/// <remarks>They lie in the system's temporary folder and go with the hub, not before, since trials may still load parts of them; what a hub left that was killed, the next one removes.</remarks>
internal sealed class PluginCopies : IDisposable
{
    private const string LockFile = "in-use";
    private static readonly string All = Path.Combine(Path.GetTempPath(), $"envhub-plugins-{Environment.UserName}");

    private readonly string _folder;
    private readonly FileStream _lock;
    private int _made;

    public PluginCopies()
    {
        Directory.CreateDirectory(All);
        RemoveLeftovers();
        FileStream? held;
        // Between the two lines another hub may take the new folder for a leftover.
        do Directory.CreateDirectory(_folder = Path.Combine(All, Path.GetRandomFileName()));
        while ((held = Lock(_folder)) is null);
        _lock = held;
    }

    /// <summary>Copies <paramref name="folder"/>, whatever its files are at that moment.</summary>
    /// <returns>The copy, of the same name.</returns>
    /// <exception cref="IOException">A file went away, or there is no room.</exception>
    public string Copy(string folder)
    {
        string copy = Path.Combine(_folder, $"{++_made}", Path.GetFileName(folder));
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        Remove(_folder);
    }

    private static void RemoveLeftovers()
    {
        foreach (string folder in Directory.EnumerateDirectories(All))
        {
            using var unused = Lock(folder);
            if (unused is not null) Remove(folder);
        }
    }

    private static FileStream? Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // What cannot be removed now is the next hub's to remove.
    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
