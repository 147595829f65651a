using System.Xml.Linq;

namespace EnvHub.Architecture.Tests;

/// <summary>A project and the projects whose assemblies it sees; references that only order the build are left out.</summary>
internal sealed record ProjectFile(string Name, string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public static IReadOnlyList<ProjectFile> All { get; } = [.. RepositoryRoot.Files("*.csproj").Select(Load)];

    public override string ToString() => Name;

    private static ProjectFile Load(string path)
    {
        var xml = XDocument.Load(path);
        var references = xml.Descendants("ProjectReference")
            .Where(reference => Value(reference, "ReferenceOutputAssembly") != "false")
            .Select(reference => System.IO.Path.GetFileNameWithoutExtension(Value(reference, "Include")!.Replace('\\', '/')));
        var packages = xml.Descendants("PackageReference").Select(reference => Value(reference, "Include")!);
        return new(System.IO.Path.GetFileNameWithoutExtension(path), path, [.. references], [.. packages]);
    }

    private static string? Value(XElement element, string name) => element.Attribute(name)?.Value ?? element.Element(name)?.Value;
}
