namespace EnvHub.Architecture.Tests;

/// <summary>Finds the repository from wherever the tests run.</summary>
internal static class RepositoryRoot
{
    public static string Folder { get; } = Find();

    public static string Combine(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Files of our own, below the folders that hold sources; nothing that a build made.</summary>
    public static IEnumerable<string> Files(string pattern) => new[] { "src", "envs", "plugins", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Combine(folder), pattern, SearchOption.AllDirectories))
        .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj" or "artifacts" or "node_modules"))
        .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Folder, file).Replace('\\', '/');

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EnvHub.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No EnvHub.sln above {AppContext.BaseDirectory}.");
    }
}
