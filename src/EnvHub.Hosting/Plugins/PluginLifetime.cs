namespace EnvHub.Hosting;

/// <summary>How long a plugin's assemblies stay in memory.</summary>
public enum PluginLifetime
{
    /// <summary>Until the process ends: for whoever loads plugins once.</summary>
    Process,

    /// <summary>Until nothing refers to the catalog or to a registration: for whoever loads them again and again.</summary>
    /// <remarks>The runtime neither recompiles unloadable code once it is hot nor folds its constants: CartPole took a sixth less steps per
    /// second or worse.</remarks>
    Catalog,
}
