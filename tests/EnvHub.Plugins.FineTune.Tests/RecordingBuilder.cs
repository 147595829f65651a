namespace EnvHub.Plugins.FineTune.Tests;

/// <summary>Keeps the learner that a plugin registers.</summary>
internal sealed class RecordingBuilder : IHubPluginBuilder
{
    public LearnerRegistration? Learner { get; private set; }

    public void Add(LearnerRegistration learner) => Learner = learner;

    public void Add(EnvironmentRegistration environment) => throw new NotSupportedException();

    public void Add(WrapperRegistration wrapper) => throw new NotSupportedException();

    public void Add(EnvironmentProvider provider) => throw new NotSupportedException();

    public void Add(NetworkBackendRegistration backend) => throw new NotSupportedException();
}
