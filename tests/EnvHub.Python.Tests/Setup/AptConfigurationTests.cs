namespace EnvHub.Python.Tests;

public sealed class AptConfigurationTests
{
    private const string Dump = """
        Dir "/";
        Dir::Etc "etc/apt";
        Dir::Etc::sourcelist "sources.list";
        Dir::State::status "/var/lib/dpkg/status";
        APT::Update::Post-Invoke:: "rm -f /var/cache/apt/archives/*.deb";
        DPkg::Post-Invoke:: "touch /changed";
        Acquire::http::Proxy "http://proxy.example:3128";
        Acquire::AllowInsecureRepositories "1";
        Acquire::IndexTargets::deb::Packages::MetaKey "$(COMPONENT)/binary-$(ARCHITECTURE)/Packages";
        Acquire::IndexTargets::deb::DEP-11::MetaKey "$(COMPONENT)/dep11/Components.yml";
        """;

    [Test]
    public void InRoom_Hooks_AreLeftOut() => Assert.That(AptConfiguration.Parse(Dump).InRoom("/room"), Does.Not.Contain("Invoke"));

    [Test]
    public void InRoom_Proxy_IsKept() => Assert.That(AptConfiguration.Parse(Dump).InRoom("/room"), Does.Contain("Acquire::http::Proxy \"http://proxy.example:3128\";"));

    [Test]
    public void InRoom_InsecureSources_AreRefusedWhateverTheMachineSays() =>
        Assert.That(LastValue(AptConfiguration.Parse(Dump).InRoom("/room"), "Acquire::AllowInsecureRepositories"), Is.EqualTo("false"));

    [TestCase("Dir::State::lists"), TestCase("Dir::State::status"), TestCase("Dir::Cache"), TestCase("Dir::Cache::archives"), TestCase("Dir::Log")]
    public void InRoom_WhatAptWrites_LiesInTheRoom(string key) =>
        Assert.That(LastValue(AptConfiguration.Parse(Dump).InRoom("/room"), key), Does.StartWith("/room"));

    [Test]
    public void InRoom_OtherIndexes_AreNotFetched()
    {
        string text = AptConfiguration.Parse(Dump).InRoom("/room");

        Assert.That(text, Does.Contain("deb::DEP-11::DefaultEnabled \"false\"").And.Not.Contain("deb::Packages::DefaultEnabled"));
    }

    [Test]
    public void Files_OfDump_AreAbsolute()
    {
        var configuration = AptConfiguration.Parse(Dump);

        Assert.That((configuration.SourcesFile, configuration.StatusFile), Is.EqualTo(("/etc/apt/sources.list", "/var/lib/dpkg/status")));
    }

    private static string LastValue(string text, string key) => text.Split('\n').Last(line => line.StartsWith(key + " ", StringComparison.Ordinal)).Split('"')[1];
}
