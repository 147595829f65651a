namespace EnvHub.Hosting;

/// <summary>Reads hub.json and checks its form: keys, types, ranges, and the names that point within the file. Whether environments,
/// learners and backends exist is for <see cref="ExperimentPlanner"/>.</summary>
public static class HubConfigurationReader
{
    private const string FileName = "hub.json";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, or the folder that holds hub.json; null: hub.json in the current folder or the nearest one
    /// above, else in the executable's or above.</param>
    /// <exception cref="HubException">EH3001 there is no such file, or it cannot be read.</exception>
    /// <exception cref="HubConfigurationException">EH3002 it is no JSON or has faults; all of them are listed.</exception>
    public static HubOptions Read(string? path = null)
    {
        string file = Locate(path);
        var faults = new List<ConfigurationFault>();
        var options = Read(file, faults);
        return faults.Count == 0 ? options : throw HostingErrors.BadConfiguration(file, faults);
    }

    /// <summary>Reads what can be read and adds what is wrong.</summary>
    internal static HubOptions Read(string file, List<ConfigurationFault> faults) => Parse(ReadText(file), file, faults);

    /// <summary>The same of a text.</summary>
    internal static HubOptions Parse(string text, string file, List<ConfigurationFault> faults)
    {
        string root = Path.GetDirectoryName(file)!;
        var options = JsonFile.Parse(text, faults) is { } json ? OptionsBinder.Bind<HubOptions>(json, "$", faults) : new HubOptions();
        HubReferences.Check(options, faults);
        return options with
        {
            Root = root,
            PluginFolders = [.. options.PluginFolders.Select(folder => Path.GetFullPath(folder, root))],
            RunsFolder = Path.GetFullPath(options.RunsFolder, root),
            // A bare name is a program on the path.
            Python = options.Python is { Length: > 0 } python && Path.GetFileName(python) != python ? Path.GetFullPath(python, root) : options.Python,
        };
    }

    /// <summary>The file that <paramref name="path"/> means, absolute.</summary>
    internal static string Locate(string? path)
    {
        string[] candidates = path is null
            ? [.. ParentFolders.Of(Directory.GetCurrentDirectory()).Concat(ParentFolders.Of(AppContext.BaseDirectory))
                .Select(folder => Path.Combine(folder, FileName)).Distinct()]
            : [Path.GetFullPath(Directory.Exists(path) ? Path.Combine(path, FileName) : path)];
        return candidates.FirstOrDefault(File.Exists) ?? throw HostingErrors.ConfigurationNotFound(candidates);
    }

    private static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.ConfigurationUnreadable(file, e.Message);
        }
    }
}
