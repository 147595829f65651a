namespace EnvHub.Torch;

/// <summary>What a set-up put into its folder. Paths are relative to it, or absolute where they lie outside.</summary>
public sealed record TorchManifest
{
    /// <summary>Where libtorch came from.</summary>
    public required TorchSource Source { get; init; }

    /// <summary>The folder of its libraries.</summary>
    public required string Library { get; init; }

    /// <summary>Its version; empty where nothing tells.</summary>
    public required string Version { get; init; }

    /// <summary>The folder of newer system libraries; null where the system's own do.</summary>
    public string? Room { get; init; }

    /// <summary>The distribution's packages in that room, with versions and hashes.</summary>
    public IReadOnlyList<PythonPackage> Packages { get; init; } = [];

    /// <summary>When it was prepared, UTC.</summary>
    public DateTimeOffset Prepared { get; init; }
}
