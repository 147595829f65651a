namespace EnvHub.Envs.Gymnasium;

/// <summary>Registers the provider of Python environments.</summary>
public sealed class GymnasiumPlugin : IHubPlugin
{
    /// <summary>Before the slash of an id.</summary>
    internal const string ProviderName = "gymnasium";

    /// <inheritdoc/>
    public void Configure(IHubPluginBuilder hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        var specs = new SpecCache();
        hub.Add(new EnvironmentProvider(ProviderName, "Any environment that Python's Gymnasium can make, e.g. gymnasium/CartPole-v1.",
            id => Register(id, specs), () => WorkerQuestions.List(new GymnasiumSettings())));
    }

    private static EnvironmentRegistration Register(string id, SpecCache specs) => new(IdOf(id), typeof(GymnasiumSettings),
        settings => Describe(id, (GymnasiumSettings)settings, specs),
        (settings, copies) => new GymnasiumVector(id, copies, (GymnasiumSettings)settings))
    {
        Software = settings => specs.Of(id, (GymnasiumSettings)settings).Software,
        ForRendering = (settings, wanted) => RenderChoice.Choose((GymnasiumSettings)settings, specs.Of(id, (GymnasiumSettings)settings), wanted),
    };

    // Asked of a worker, whatever the host: what is broken shows there, and takes nothing along.
    private static EnvironmentSpec Describe(string id, GymnasiumSettings settings, SpecCache specs)
    {
        if (settings.Host == GymnasiumHost.InProcess) EmbeddedPython.Plan(id, settings.Python);
        return specs.Of(id, settings).ToSpec(IdOf(id));
    }

    /// <summary>The hub's id; the environment's own namespace and module stay part of the name.</summary>
    internal static EnvironmentId IdOf(string id)
    {
        int dash = id.LastIndexOf("-v", StringComparison.Ordinal);
        bool hasVersion = int.TryParse(id.AsSpan(dash < 0 ? id.Length : dash + 2), out int version);
        return new(ProviderName, hasVersion ? id[..dash] : id, hasVersion ? version : null);
    }
}
