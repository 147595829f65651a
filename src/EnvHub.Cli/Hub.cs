namespace EnvHub.Cli;

/// <summary>The hub that a verb works with: what hub.json says, and what its plugins bring.</summary>
/// <param name="Options">As read.</param>
/// <param name="Catalog">As loaded.</param>
internal sealed record Hub(HubOptions Options, HubCatalog Catalog)
{
    private const string FileName = "hub.json";

    /// <summary>Reads hub.json and loads its plugins.</summary>
    /// <param name="path">The file or its folder; null to look for it.</param>
    public static Hub Open(string? path)
    {
        var options = Read(path);
        return new(options, HubCatalog.Load(options));
    }

    /// <summary>Reads hub.json: the one named, or the nearest of the current folder and those above, or of the executable's repository.</summary>
    public static HubOptions Read(string? path) => HubConfigurationReader.Read(path ?? Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory));

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, FileName);
            if (File.Exists(file)) return file;
        }
        return null;
    }
}
