namespace EnvHub.Hosting;

/// <summary>Reads plugin.json.</summary>
internal static class PluginManifestReader
{
    public const string FileName = "plugin.json";

    /// <exception cref="PluginFailure">EH3011 it cannot be read, is no JSON or has faults; all of them are listed.</exception>
    public static PluginManifest Read(string folder)
    {
        string file = Path.Combine(folder, FileName);
        return Parse(ReadText(file), file);
    }

    /// <summary>The same of a text.</summary>
    internal static PluginManifest Parse(string text, string file)
    {
        var faults = new List<ConfigurationFault>();
        if (JsonFile.Parse(text, faults) is { } json)
        {
            var manifest = OptionsBinder.Bind<PluginManifest>(json, "$", faults);
            if (faults.Count == 0) return manifest;
        }
        throw HostingErrors.BadManifest(file, faults);
    }

    private static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.UnreadableManifest(file, e);
        }
    }
}
