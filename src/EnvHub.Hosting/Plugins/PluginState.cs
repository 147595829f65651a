namespace EnvHub.Hosting;

/// <summary>How far a plugin came.</summary>
public enum PluginState
{
    /// <summary>Its registrations are in the hub.</summary>
    Loaded,

    /// <summary>A folder that hub.json names does not exist.</summary>
    MissingFolder,

    /// <summary>plugin.json cannot be read, is no JSON, lacks a key, has an unknown one or a value that cannot be.</summary>
    BadManifest,

    /// <summary>Another plugin, found earlier, has the same id.</summary>
    DuplicateId,

    /// <summary>It was written against contracts that this hub does not have.</summary>
    WrongContract,

    /// <summary>The assembly that the manifest names is not in the folder.</summary>
    MissingAssembly,

    /// <summary>The assembly is no .NET assembly, or its types cannot be loaded.</summary>
    BadAssembly,

    /// <summary>An assembly that the plugin needs is neither in its folder nor in the hub.</summary>
    MissingDependency,

    /// <summary>The assembly has not exactly one public class that implements <see cref="IHubPlugin"/>.</summary>
    NoEntryPoint,

    /// <summary>Its constructor or <see cref="IHubPlugin.Configure"/> threw.</summary>
    FailedToConfigure,

    /// <summary>It registers what is registered already.</summary>
    Collision,
}
