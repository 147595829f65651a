using System.Text.RegularExpressions;

namespace EnvHub.Architecture.Tests;

/// <summary>Sizes and habits that a reader relies on.</summary>
public sealed partial class SourceFileTests
{
    private const int LongestFile = 300, LongestReadme = 60;

    [Test]
    public void SourceFile_Length_IsAtMost300Lines()
    {
        var tooLong = RepositoryRoot.Files("*.cs")
            .Select(file => (File: RepositoryRoot.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > LongestFile);
        Assert.That(tooLong, Is.Empty, "Where is the second responsibility that wants a file of its own?");
    }

    [Test]
    public void SourceFile_PublicTypes_AreOneAndNamedAsTheFile()
    {
        var offenders = RepositoryRoot.Files("*.cs")
            .Where(file => RepositoryRoot.Relative(file).StartsWith("src/", StringComparison.Ordinal)
                || RepositoryRoot.Relative(file).StartsWith("envs/", StringComparison.Ordinal)
                || RepositoryRoot.Relative(file).StartsWith("plugins/", StringComparison.Ordinal))
            .SelectMany(file => PublicType().Matches(File.ReadAllText(file)).Select(match => (File: file, Type: match.Groups["name"].Value)))
            .Where(entry => !IsNamedAfter(entry.Type, Path.GetFileNameWithoutExtension(entry.File)))
            .Select(entry => $"{RepositoryRoot.Relative(entry.File)}: {entry.Type}");
        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void SourceProject_Readme_ExistsAndIsShort()
    {
        var faults = ProjectFile.All
            .Where(project => !RepositoryRoot.Relative(project.Path).StartsWith("tests/", StringComparison.Ordinal) || project.Name == "EnvHub.TestKit")
            .Select(project => Path.Combine(Path.GetDirectoryName(project.Path)!, "README.md"))
            .Where(readme => !File.Exists(readme) || File.ReadLines(readme).Count() > LongestReadme)
            .Select(RepositoryRoot.Relative);
        Assert.That(faults, Is.Empty, $"Each project says in at most {LongestReadme} lines what it is for.");
    }

    // Name.Part.cs holds a part of Name; NameOfT.cs holds Name<T>.
    // Type.cs, Type.Part.cs, and for a generic sibling TypeOfT.cs, TypeOfT.Part.cs.
    private static bool IsNamedAfter(string type, string file) => file.Split('.')[0] is var name && (name == type || name == type + "OfT");

    [GeneratedRegex(@"^public\s+(?:(?:static|sealed|abstract|partial|readonly|ref|unsafe|file)\s+)*(?:class|struct|interface|enum|record\s+struct|record\s+class|record)\s+(?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
