namespace EnvHub.Hosting;

/// <summary>Finds the folders that hold a plugin.json.</summary>
internal static class PluginSearch
{
    private const int MaximumDepth = 3;

    /// <summary>The plugin folders in <paramref name="root"/>, itself included, in ordinal order; none below a plugin's own folder.</summary>
    public static IEnumerable<string> In(string root) => In(Path.TrimEndingDirectorySeparator(root), MaximumDepth);

    private static IEnumerable<string> In(string folder, int depth)
    {
        if (File.Exists(Path.Combine(folder, PluginManifestReader.FileName))) return [folder];
        return depth == 0 ? [] : Subfolders(folder).SelectMany(subfolder => In(subfolder, depth - 1));
    }

    // A folder that may not be read holds no plugin for this user.
    private static IEnumerable<string> Subfolders(string folder) =>
        Directory.EnumerateDirectories(folder, "*", new EnumerationOptions { IgnoreInaccessible = true }).Order(StringComparer.Ordinal);
}
