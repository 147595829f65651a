using System.IO.Compression;

namespace EnvHub.Hosting;

/// <summary>A built plugin as one file: a zip archive of its folder's content, plugin.json at its top.</summary>
public static class PluginPackage
{
    /// <summary>How a package's file ends.</summary>
    public const string Extension = ".plugin.zip";

    // The earliest that the format knows: the same folder gives the same bytes.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs a plugin's folder.</summary>
    /// <param name="folder">Holds plugin.json and the assembly that it names.</param>
    /// <param name="file">What to write; null for <c>ID-VERSION.plugin.zip</c> in the current folder.</param>
    /// <param name="force">Whether a file that is there may be replaced.</param>
    /// <returns>The file that was written.</returns>
    /// <exception cref="HubException">EH3011 the manifest is missing or has faults; EH3050 the folder is no built plugin; EH3051 the file is there; EH3052 it
    /// cannot be written.</exception>
    public static string Pack(string folder, string? file, bool force)
    {
        var manifest = PluginContent.Require(folder);
        file = Path.GetFullPath(file ?? $"{manifest.Id}-{FolderName.Of(manifest.Version)}{Extension}");
        if (File.Exists(file) && !force) throw HostingErrors.PackageExists(file);
        try
        {
            AtomicFile.Write(file, stream => Write(folder, stream));
            return file;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.PackageNotWritten(file, fault);
        }
    }

    /// <summary>Unpacks a package into an empty folder.</summary>
    /// <exception cref="HubException">EH3053 it is no package, or one that reaches outside the folder or is too large.</exception>
    internal static void Unpack(string file, string folder)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file);
            PluginContent.RequireSound(file, archive);
            foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                string target = Path.Combine(folder, entry.FullName);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                Copy(file, entry, target);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.BadPackage(file, fault.Message);
        }
    }

    // No further than the entry says that it is long: a small archive may hold endless zeros.
    private static void Copy(string file, ZipArchiveEntry entry, string target)
    {
        using var from = entry.Open();
        using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        long left = entry.Length;
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if ((left -= read) < 0) throw HostingErrors.BadPackage(file, $"{entry.FullName} is longer than it says");
            to.Write(buffer, 0, read);
        }
    }

    private static void Write(string folder, Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (string path in PluginContent.Files(folder))
        {
            var entry = archive.CreateEntry(path, CompressionLevel.Optimal);
            entry.LastWriteTime = Timestamp;
            using var from = File.OpenRead(Path.Combine(folder, path));
            using var to = entry.Open();
            from.CopyTo(to);
        }
    }
}
