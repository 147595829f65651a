namespace EnvHub.Python.Tests;

public sealed class PackageStatusTests
{
    private const string Text = """
        Package: libc6
        Status: install ok installed
        Architecture: amd64
        Version: 2.36-9
        Depends: libgcc-s1
        Conffiles:
         /etc/ld.so.conf.d/x86_64.conf 123

        Package: python3-numpy
        Status: install ok installed
        Version: 1:1.24.2-1

        Package: removed
        Status: deinstall ok config-files
        Version: 1

        """;

    [Test]
    public void Parse_Packages_AreThoseInstalledAndNotHidden() =>
        Assert.That(PackageStatus.Parse(Text, ["python3-numpy"]).Names, Is.EqualTo(new[] { "libc6" }));

    [Test]
    public void Parse_Needs_AreLeftOut()
    {
        string text = PackageStatus.Parse(Text, []).Text;

        Assert.That(text, Does.Contain("Version: 2.36-9").And.Contain("Package: python3-numpy").And.Not.Contain("Depends").And.Not.Contain("ld.so"));
    }
}
