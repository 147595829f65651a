using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class EnvironmentRegistryTests
{
    private static readonly EnvironmentRegistry Registry = Of("CartPole-v0", "CartPole-v1", "MountainCar-v0", "Jump-v1", "Jump-v3", "Plain", "toys/Blocks-v2");

    [TestCase("CartPole-v1", "CartPole-v1")]
    [TestCase("toys/Blocks-v2", "toys/Blocks-v2")]
    [TestCase("Plain", "Plain")]
    public void Find_NewestVersion_GivesItWithoutAWarning(string id, string found)
    {
        var match = Registry.Find(id);
        Assert.That(($"{match.Registration.Id}", match.Warning), Is.EqualTo((found, (string?)null)));
    }

    [Test]
    public void Find_NoVersion_GivesTheNewestWithAWarning()
    {
        var match = Registry.Find("CartPole");
        Assert.That($"{match.Registration.Id}", Is.EqualTo("CartPole-v1"));
        Assert.That(match.Warning, Does.Contain("no version").And.Contain("'CartPole-v1'"));
    }

    [Test]
    public void Find_OlderRegisteredVersion_GivesItWithAWarning()
    {
        var match = Registry.Find("CartPole-v0");
        Assert.That($"{match.Registration.Id}", Is.EqualTo("CartPole-v0"));
        Assert.That(match.Warning, Does.Contain("out of date").And.Contain("'CartPole-v1'"));
    }

    [TestCase("CartPole-v9", "EH3032", "CartPole-v0, CartPole-v1")]
    [TestCase("Jump-v2", "EH3033", "Use 'Jump-v3'")]
    [TestCase("Jump-v0", "EH3033", "Use 'Jump-v3'")]
    [TestCase("Plain-v0", "EH3033", "Use 'Plain'")]
    [TestCase("CartPol-v1", "EH3031", "Did you mean 'CartPole-v1'?")]
    [TestCase("cartpole-v0", "EH3031", "Did you mean 'CartPole-v1'?")]
    [TestCase("toys/Blokcs-v2", "EH3031", "Did you mean 'toys/Blocks-v2'?")]
    [TestCase("Blocks-v2", "EH3031", "Did you mean 'toys/Blocks-v2'?")]
    [TestCase("Chess-v0", "EH3031", "Registered: CartPole-v0")]
    [TestCase("toy/Blocks-v2", "EH3030", "Did you mean 'toys'?")]
    [TestCase("no such id!", "EH1010", "")]
    public void Find_WhatIsNotRegistered_SaysWhyAndTheWayOut(string id, string code, string message) =>
        Assert.That(() => Registry.Find(id), Throws.InstanceOf<HubException>()
            .With.Property(nameof(HubException.Code)).EqualTo(code).And.Message.Contains(message));

    [Test]
    public void All_AnyOrderOfRegistration_IsSortedByNameAndVersion() =>
        Assert.That(Of("B-v10", "B-v9", "A-v1").All.Select(environment => $"{environment.Id}"), Is.EqualTo(new[] { "A-v1", "B-v9", "B-v10" }));

    [Test]
    public void Constructor_VersionedBesideUnversioned_Refuses() =>
        Assert.That(() => Of("A-v1", "A"), Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo("EH3035"));

    [Test]
    public void Constructor_OneIdTwice_Refuses() =>
        Assert.That(() => Of("A-v1", "A-v1"), Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo("EH3034"));

    private static EnvironmentRegistry Of(params string[] ids) => new(ids.Select(id => SampleHub.Environment(id)));
}
