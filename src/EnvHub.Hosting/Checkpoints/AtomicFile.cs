namespace EnvHub.Hosting;

/// <summary>Writes a file whole or not at all: beside its place first, then moved there.</summary>
/// <remarks>Not flushed is the folder, for .NET opens none: after a loss of power the file of before may stand there, whole.</remarks>
internal static class AtomicFile
{
    /// <summary>Of files that are not written to their end, or that a killed process left so.</summary>
    public const string TemporaryExtension = ".tmp";

    private const int Buffer = 1 << 16;

    public static void Write(string path, Action<Stream> write)
    {
        string temporary = path + TemporaryExtension;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read, Buffer))
            {
                write(stream);
                // The new name must not reach the disk before the bytes.
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
