namespace EnvHub.Hosting;

/// <summary>Collects what one plugin registers; the catalog takes all of it or nothing.</summary>
internal sealed class PluginBuilder : IHubPluginBuilder
{
    private readonly List<EnvironmentRegistration> _environments = [];
    private readonly List<LearnerRegistration> _learners = [];
    private readonly List<NetworkBackendRegistration> _backends = [];
    private readonly List<WrapperRegistration> _wrappers = [];
    private readonly List<EnvironmentProvider> _providers = [];
    private bool _isClosed;

    public IReadOnlyList<EnvironmentRegistration> Environments => _environments;

    public IReadOnlyList<LearnerRegistration> Learners => _learners;

    public IReadOnlyList<NetworkBackendRegistration> Backends => _backends;

    public IReadOnlyList<WrapperRegistration> Wrappers => _wrappers;

    public IReadOnlyList<EnvironmentProvider> Providers => _providers;

    /// <inheritdoc/>
    public void Add(EnvironmentRegistration environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        CheckOpen();
        _environments.Add(environment);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH3020 the name cannot be written on a command line.</exception>
    public void Add(LearnerRegistration learner)
    {
        ArgumentNullException.ThrowIfNull(learner);
        CheckOpen();
        CheckName("learner", learner.Name);
        _learners.Add(learner);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH3020 the name cannot be written on a command line.</exception>
    public void Add(NetworkBackendRegistration backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        CheckOpen();
        CheckName("network backend", backend.Name);
        _backends.Add(backend);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH3020 the name cannot be written on a command line.</exception>
    public void Add(WrapperRegistration wrapper)
    {
        ArgumentNullException.ThrowIfNull(wrapper);
        CheckOpen();
        CheckName("wrapper", wrapper.Name);
        _wrappers.Add(wrapper);
    }

    /// <inheritdoc/>
    /// <exception cref="HubException">EH3020 the name cannot be written on a command line.</exception>
    public void Add(EnvironmentProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        CheckOpen();
        CheckName("environment provider", provider.Name);
        _providers.Add(provider);
    }

    /// <summary>Ends the time in which a plugin may register.</summary>
    public void Close() => _isClosed = true;

    private void CheckOpen()
    {
        if (_isClosed) throw HostingErrors.RegisteredTooLate();
    }

    private static void CheckName(string what, string name)
    {
        if (string.IsNullOrEmpty(name) || name.Any(char.IsWhiteSpace)) throw HostingErrors.BadName(what, name);
    }
}
