using System.Reflection;

namespace EnvHub.Hosting;

/// <summary>The hub's libraries as NuGet packages, of the version of the hub that runs.</summary>
internal sealed record LibraryPackages(string Version, IReadOnlyList<string> Files)
{
    // What authors compile against, and what that needs.
    private static readonly string[] Ids =
    [
        "EnvHub.Contracts", "EnvHub.Evaluation", "EnvHub.Learning", "EnvHub.Networks", "EnvHub.Numerics", "EnvHub.Python", "EnvHub.Rendering", "EnvHub.Setup", "EnvHub.TestKit",
    ];

    /// <summary>Finds them.</summary>
    /// <param name="folder">Where; null for <c>packages</c> beside the executable, or where <c>dotnet pack</c> puts them in the hub's repository.</param>
    /// <exception cref="HubException">EH3062 one is missing.</exception>
    public static LibraryPackages Find(string? folder)
    {
        string[] folders = folder is null
            ? [Path.Combine(AppContext.BaseDirectory, "packages"), Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "package", "release"))]
            : [Path.GetFullPath(folder)];
        string version = typeof(IHubPlugin).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        string[] names = [.. Ids.Select(id => $"{id}.{version}.nupkg")];
        if (folders.FirstOrDefault(candidate => names.All(name => File.Exists(Path.Combine(candidate, name)))) is { } found)
            return new(version, [.. names.Select(name => Path.Combine(found, name))]);
        throw HostingErrors.NoLibraryPackages(folders, names.First(name => !File.Exists(Path.Combine(folders[^1], name))));
    }
}
