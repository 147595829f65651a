namespace EnvHub.Hosting;

/// <summary>What made a record, and on what machine: versions, source, hardware.</summary>
public sealed record Provenance
{
    /// <summary>The hub's version.</summary>
    public required string Hub { get; init; }

    /// <summary>The contracts' version.</summary>
    public required string Contract { get; init; }

    /// <summary>Versions of the loaded plugins, by id.</summary>
    public required IReadOnlyDictionary<string, string> Plugins { get; init; }

    /// <summary>The .NET runtime, e.g. <c>.NET 10.0.1</c>.</summary>
    public required string DotNet { get; init; }

    /// <summary>The commit that hub.json lies in; null where there is no repository or no git.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether tracked files differed from the commit; null where there is none.</summary>
    public bool? Dirty { get; init; }

    /// <summary>The processor, the cores, the system.</summary>
    public required Machine Machine { get; init; }
}
