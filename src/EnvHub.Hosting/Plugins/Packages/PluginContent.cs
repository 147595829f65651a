using System.IO.Compression;

namespace EnvHub.Hosting;

/// <summary>What a plugin's folder or package may hold.</summary>
internal static class PluginContent
{
    private const int MostFiles = 10_000, SymbolicLink = 0xA, TypeShift = 28;
    private const long MostBytes = 4L << 30;

    /// <summary>The manifest of a built plugin.</summary>
    /// <exception cref="HubException">EH3011 the manifest is missing or has faults; EH3050 the folder is no built plugin.</exception>
    public static PluginManifest Require(string folder)
    {
        if (!Directory.Exists(folder)) throw HostingErrors.NoPluginFolder(folder, "there is no such folder");
        if (!File.Exists(Path.Combine(folder, PluginManifestReader.FileName))) throw HostingErrors.NoPluginFolder(folder, $"it has no {PluginManifestReader.FileName}");
        var manifest = PluginManifestReader.Read(folder);
        return File.Exists(Path.Combine(folder, manifest.Assembly)) ? manifest : throw HostingErrors.NoPluginFolder(folder, $"{manifest.Assembly}, which its plugin.json names, is not in it");
    }

    /// <summary>A folder's files, relative with slashes, in ordinal order.</summary>
    /// <exception cref="HubException">EH3050 one of them is a link.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        var files = new List<string>();
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            if (entry.LinkTarget is not null) throw HostingErrors.NoPluginFolder(folder, $"{entry.Name} in it is a link");
            if (entry is FileInfo) files.Add(Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/'));
        }
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>Refuses archives that would write outside a folder, over a file of their own, a link, or more than a plugin is.</summary>
    /// <exception cref="HubException">EH3053.</exception>
    public static void RequireSound(string file, ZipArchive archive)
    {
        if (archive.Entries.Count > MostFiles) throw HostingErrors.BadPackage(file, $"it holds {archive.Entries.Count} files, more than {MostFiles}");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long bytes = 0;
        foreach (var entry in archive.Entries)
        {
            string name = entry.FullName;
            if (name.Length == 0 || name.Contains('\\') || name.Contains(':') || name.Contains('\0') || name.StartsWith('/') || name.TrimEnd('/').Split('/').Any(part => part is "" or "." or ".."))
                throw HostingErrors.BadPackage(file, $"'{name}' in it is no plain relative path");
            if ((entry.ExternalAttributes >>> TypeShift) == SymbolicLink) throw HostingErrors.BadPackage(file, $"'{name}' in it is a link");
            if (!names.Add(name.TrimEnd('/'))) throw HostingErrors.BadPackage(file, $"'{name}' is in it twice");
            if ((bytes += entry.Length) > MostBytes) throw HostingErrors.BadPackage(file, $"it holds more than {MostBytes >> 30} GB");
        }
        if (!names.Contains(PluginManifestReader.FileName)) throw HostingErrors.BadPackage(file, $"it has no {PluginManifestReader.FileName} at its top");
    }
}
