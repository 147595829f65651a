using System.Reflection;

namespace EnvHub.Hosting.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = typeof(RepositoryFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The output folders of the repository's own plugins; what else lies there does not count.</summary>
    public static IReadOnlyList<string> Plugins { get; } =
        [.. new[] { "envs", "plugins" }
            .SelectMany(folder => Directory.GetFiles(System.IO.Path.Combine(Path, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(project => System.IO.Path.Combine(Path, "artifacts", "plugins", System.IO.Path.GetFileNameWithoutExtension(project)))];
}
