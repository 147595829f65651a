namespace EnvHub.Networks;

/// <summary>Puts a checkpoint on disk so that a reader sees the old file or the new one, never half of one.</summary>
public static class SafeTensorsFile
{
    /// <summary>Writes beside <paramref name="path"/>, then renames; an existing file is replaced.</summary>
    /// <exception cref="IOException">The folder does not exist, or the disk is full; nothing is left behind and an old file stays.</exception>
    public static void Write(string path, SafeTensorsWriter content)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(content);
        string temporary = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write))
            {
                content.WriteTo(stream);
                // The rename must not reach the disk before the bytes.
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
