using System.Text.RegularExpressions;

namespace EnvHub.Architecture.Tests;

/// <summary>Nothing in the tree ties it to one machine or one package source.</summary>
public sealed partial class CleanTreeTests
{
    [Test]
    public void Tree_LockFilesAndSourceSettings_AreAbsent()
    {
        var files = RepositoryRoot.Files("packages.lock.json").Concat(Directory.EnumerateFiles(RepositoryRoot.Folder, "?u?et.config", SearchOption.TopDirectoryOnly));
        Assert.That(files.Select(RepositoryRoot.Relative), Is.Empty);
    }

    [Test]
    public void Project_PackageVersions_StandInOnePlace() => Assert.That(
        RepositoryRoot.Files("*.csproj").Where(file => VersionedPackage().IsMatch(File.ReadAllText(file))).Select(RepositoryRoot.Relative), Is.Empty);

    [Test]
    public void PackageVersions_AreExact() =>
        Assert.That(FloatingVersion().Matches(File.ReadAllText(RepositoryRoot.Combine("Directory.Packages.props"))), Is.Empty);

    [GeneratedRegex(@"<PackageReference[^>]*\bVersion=")]
    private static partial Regex VersionedPackage();

    [GeneratedRegex(@"Version=""[^""]*[*\[\(]")]
    private static partial Regex FloatingVersion();
}
