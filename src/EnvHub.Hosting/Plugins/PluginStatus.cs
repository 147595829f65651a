namespace EnvHub.Hosting;

/// <summary>What became of one plugin: what it brought, or why it brought nothing.</summary>
public sealed record PluginStatus
{
    /// <summary>The manifest's id; the folder's name where the manifest cannot be read.</summary>
    public required string Id { get; init; }

    /// <summary>The folder that holds plugin.json, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>How far it came.</summary>
    public required PluginState State { get; init; }

    /// <summary>Code and message of what went wrong; null for a loaded plugin.</summary>
    public string? Reason { get; init; }

    /// <summary>Why newer files of a loaded plugin were not taken up, so that it is as it was before; null where there are none. See
    /// <see cref="WatchedCatalog"/>.</summary>
    public string? Pending { get; init; }

    /// <summary>The manifest's name; null where the manifest cannot be read.</summary>
    public string? Name { get; init; }

    /// <summary>The manifest's version; null where the manifest cannot be read.</summary>
    public string? Version { get; init; }

    /// <summary>The manifest's description; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Ids of the environments that it registered.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>Names of the learners that it registered.</summary>
    public IReadOnlyList<string> Learners { get; init; } = [];

    /// <summary>Names of the network backends that it registered.</summary>
    public IReadOnlyList<string> Backends { get; init; } = [];

    /// <summary>Names of the wrappers that it registered.</summary>
    public IReadOnlyList<string> Wrappers { get; init; } = [];

    /// <summary>Names of the environment providers that it registered.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];
}
