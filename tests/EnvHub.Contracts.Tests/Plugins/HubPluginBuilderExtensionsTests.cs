namespace EnvHub.Contracts.Tests;

public sealed class HubPluginBuilderExtensionsTests
{
    [Test]
    public void AddEnvironment_OneCopyAuthor_MakesTheCopiesAskedFor()
    {
        using var vector = Registered().Create(new PlainSettings { MaxEpisodeSteps = 9 }, 4);
        Assert.That((vector.Count, vector.Spec.MaxEpisodeSteps), Is.EqualTo((4, 9)));
    }

    [Test]
    public void AddEnvironment_OneCopyAuthor_DescribesWithTheSettingsLimit() =>
        Assert.That(Registered().Describe(new PlainSettings { MaxEpisodeSteps = 9 }).MaxEpisodeSteps, Is.EqualTo(9));

    [Test]
    public void AddEnvironment_OneCopyAuthor_KeepsTheId() => Assert.That($"{Registered().Id}", Is.EqualTo("Tests/Corridor-v1"));

    [Test]
    public void AddEnvironment_BadId_Refuses() =>
        Refusal.Expect("EH1010", () => new Recorder().AddEnvironment<PlainSettings, long, long>("no spaces", _ => new Corridor()));

    private static EnvironmentRegistration Registered()
    {
        var recorder = new Recorder();
        recorder.AddEnvironment<PlainSettings, long, long>("Tests/Corridor-v1", _ => new Corridor());
        return recorder.Environments.Single();
    }

    private sealed class Recorder : IHubPluginBuilder
    {
        public List<EnvironmentRegistration> Environments { get; } = [];

        public void Add(EnvironmentRegistration environment) => Environments.Add(environment);

        public void Add(LearnerRegistration learner) => Assert.Fail("No learner was registered.");

        public void Add(WrapperRegistration wrapper) => Assert.Fail("No wrapper was registered.");

        public void Add(EnvironmentProvider provider) => Assert.Fail("No provider was registered.");

        public void Add(NetworkBackendRegistration backend) => Assert.Fail("No backend was registered.");
    }
}
