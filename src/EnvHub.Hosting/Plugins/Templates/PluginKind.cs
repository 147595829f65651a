namespace EnvHub.Hosting;

/// <summary>What a plugin's template brings.</summary>
public enum PluginKind
{
    /// <summary>An environment, of one copy.</summary>
    Environment,

    /// <summary>A learner.</summary>
    Learner,

    /// <summary>A wrapper.</summary>
    Wrapper,
}
