using EnvHub.Contracts;

namespace EnvHub.Hosting.Tests;

public sealed class NamedRegistryTests
{
    [Test]
    public void Find_UnknownLearner_NamesTheRegisteredAndTheLikeliest()
    {
        var registry = new LearnerRegistry([SampleHub.Learner("dqn"), SampleHub.Learner("reptile")]);
        Assert.That(() => registry.Find("dqm"), Throws.InstanceOf<HubException>()
            .With.Message.EqualTo("EH3036 learner 'dqm' is not registered; registered: dqn, reptile. Did you mean 'dqn'?"));
    }

    [Test]
    public void Find_UnknownBackend_NamesTheRegistered()
    {
        var registry = new NetworkBackendRegistry([SampleHub.Backend("embedded")]);
        Assert.That(() => registry.Find("torch"), Throws.InstanceOf<HubException>()
            .With.Message.EqualTo("EH3037 network backend 'torch' is not registered; registered: embedded."));
    }

    [Test]
    public void Constructor_OneNameTwice_Refuses() =>
        Assert.That(() => new LearnerRegistry([SampleHub.Learner("a"), SampleHub.Learner("a")]),
            Throws.InstanceOf<HubException>().With.Property(nameof(HubException.Code)).EqualTo("EH3034"));
}
