namespace EnvHub.Hosting;

/// <summary>Puts plugins into a hub's folder and takes them out: whole or not at all, and never anything outside that folder.</summary>
public static class PluginInstaller
{
    // The search for plugins passes over hidden folders, so that what is under way is no plugin yet, or no longer.
    private const string Draft = ".new", Old = ".old";

    private static int _drafts;

    /// <summary>Puts a plugin into the first plugin folder of a hub, in a folder of its id.</summary>
    /// <param name="source">A package, or a built plugin's folder.</param>
    /// <param name="replace">Whether a plugin of that id that is in that folder may be replaced.</param>
    /// <returns>The plugin as the hub sees it now.</returns>
    /// <exception cref="HubException">EH3011, EH3050, EH3053 it is no plugin; EH3054 the hub names no folder; EH3055 a plugin of that id is there; EH3056 the
    /// folder cannot be changed; EH3058 the hub cannot load it.</exception>
    public static PluginStatus Add(HubOptions options, string source, bool replace)
    {
        ArgumentNullException.ThrowIfNull(options);
        string root = options.PluginFolders.Count > 0 ? options.PluginFolders[0] : throw HostingErrors.NoPluginRoot();
        string draft = Path.Combine(root, $"{Draft}-{Environment.ProcessId}-{Interlocked.Increment(ref _drafts)}");
        try
        {
            Directory.CreateDirectory(draft);
            if (File.Exists(source)) PluginPackage.Unpack(source, draft);
            else Copy(source, draft);
            var manifest = PluginContent.Require(draft);
            return Place(options, draft, Path.Combine(root, manifest.Id), manifest.Id, replace);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.PluginFolderFixed(root, fault);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    /// <summary>Takes a plugin out of the hub.</summary>
    /// <returns>The folder that it was in.</returns>
    /// <exception cref="HubException">EH3057 there is no such plugin; EH3056 its folder cannot be changed.</exception>
    public static string Remove(HubOptions options, string id)
    {
        ArgumentNullException.ThrowIfNull(options);
        string[] known = [.. options.PluginFolders.Where(Directory.Exists).SelectMany(PluginSearch.In)];
        string? folder = known.FirstOrDefault(folder => IdOf(folder) == id);
        if (folder is null || options.PluginFolders.Any(root => Path.GetFullPath(root) == Path.GetFullPath(folder)))
            throw HostingErrors.NoSuchPlugin(id, [.. known.Select(IdOf)]);
        try
        {
            string hidden = Hidden(folder, Old);
            Directory.Move(folder, hidden);
            Directory.Delete(hidden, recursive: true);
            return folder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.PluginFolderFixed(folder, fault);
        }
    }

    private static PluginStatus Place(HubOptions options, string draft, string target, string id, bool replace)
    {
        string? other = options.PluginFolders.Where(Directory.Exists).SelectMany(PluginSearch.In).FirstOrDefault(folder => IdOf(folder) == id);
        if (other is not null && (!replace || other != target)) throw HostingErrors.PluginThere(id, other, canReplace: other == target);
        if (other is null && Directory.Exists(target)) throw HostingErrors.PluginThere(id, target, canReplace: false);
        var status = Load(options, draft, target);
        if (status.State != PluginState.Loaded) throw HostingErrors.PluginNotLoaded(id, (status.Reason ?? $"{status.State}").Replace(draft, target, StringComparison.Ordinal));
        if (other is null) Directory.Move(draft, target);
        else FolderExchange.Replace(target, draft, Hidden(target, Old));
        return status with { Folder = target };
    }

    // Beside all others, without the one that it replaces, from where it lies now: the runtime would take a file of the same path for the one that it knows.
    private static PluginStatus Load(HubOptions options, string draft, string target) =>
        HubCatalog.Collect(options with { PluginFolders = [.. options.PluginFolders, draft] }, folder => folder == target ? null : new PluginSource(folder, PluginLifetime.Catalog))
            .Plugins.Single(plugin => plugin.Folder == draft);

    private static void Copy(string folder, string draft)
    {
        PluginContent.Require(folder);
        foreach (string file in PluginContent.Files(folder))
        {
            string target = Path.Combine(draft, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(folder, file), target);
        }
    }

    private static string Hidden(string folder, string kind) => Path.Combine(Path.GetDirectoryName(folder)!, $"{kind}-{Path.GetFileName(folder)}-{Environment.ProcessId}");

    private static string IdOf(string folder)
    {
        try
        {
            return PluginManifestReader.Read(folder).Id;
        }
        catch (HubException)
        {
            return Path.GetFileName(folder);   // as lists call it
        }
    }
}
