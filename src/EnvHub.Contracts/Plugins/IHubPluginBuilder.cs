namespace EnvHub.Contracts;

/// <summary>Takes a plugin's registrations. They count only if <see cref="IHubPlugin.Configure"/> returns and none of them collides.</summary>
public interface IHubPluginBuilder
{
    /// <summary>Registers an environment.</summary>
    void Add(EnvironmentRegistration environment);

    /// <summary>Registers a learner.</summary>
    void Add(LearnerRegistration learner);

    /// <summary>Registers a wrapper.</summary>
    void Add(WrapperRegistration wrapper);

    /// <summary>Registers a provider of environments.</summary>
    void Add(EnvironmentProvider provider);

    /// <summary>Registers a network backend.</summary>
    void Add(NetworkBackendRegistration backend);
}
