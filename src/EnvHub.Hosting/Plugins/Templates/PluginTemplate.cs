namespace EnvHub.Hosting;

/// <summary>A plugin's project to begin with, outside the hub's own folders: it builds, passes its tests, and the hub loads what was built.</summary>
public sealed class PluginTemplate
{
    private readonly TemplateNames _names;

    private PluginTemplate(PluginKind kind, TemplateNames names) => (Kind, _names) = (kind, names);

    /// <summary>What the plugin brings.</summary>
    public PluginKind Kind { get; }

    /// <summary>The project's and the assembly's name, e.g. <c>MyLab.Maze</c>.</summary>
    public string Project => _names.Project;

    /// <summary>The plugin's id, e.g. <c>my-lab.maze</c>.</summary>
    public string Plugin => _names.Plugin;

    /// <summary>A template of a kind.</summary>
    /// <param name="id">An environment's id, or a learner's or a wrapper's name.</param>
    /// <exception cref="HubException">EH1010 or EH3060 the hub takes no such id.</exception>
    public static PluginTemplate Of(PluginKind kind, string id) => new(kind, TemplateNames.Of(kind, id));

    /// <summary>Writes the project: whole, or not at all.</summary>
    /// <param name="folder">The folder to make; null for one of the project's name here.</param>
    /// <param name="packages">Where the hub's libraries lie as NuGet packages; null for where a build of the hub puts them.</param>
    /// <returns>The folder's full path.</returns>
    /// <exception cref="HubException">EH3061 the folder is there already; EH3062 the packages are missing; EH3063 it cannot be written.</exception>
    public string Write(string? folder, string? packages)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder ?? Project));
        if (File.Exists(folder) || Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw HostingErrors.ProjectThere(folder);
        var libraries = LibraryPackages.Find(packages);
        string draft = $"{folder}.draft-{Environment.ProcessId}";
        try
        {
            Fill(draft, libraries);
            // What is empty gives way: a folder is moved to a free name alone.
            if (Directory.Exists(folder)) Directory.Delete(folder);
            Directory.Move(draft, folder);
            return folder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostingErrors.ProjectNotWritten(folder, fault);
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    private void Fill(string draft, LibraryPackages libraries)
    {
        var words = new TemplateWords(_names, libraries.Version);
        foreach (var file in TemplateFile.For(Kind))
        {
            string path = Path.Combine(draft, words.InPath(file.Path));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, words.InText(file.Text));
        }
        string folder = Directory.CreateDirectory(Path.Combine(draft, "packages")).FullName;
        foreach (string package in libraries.Files) File.Copy(package, Path.Combine(folder, Path.GetFileName(package)));
    }
}
