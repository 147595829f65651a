namespace EnvHub.Python;

/// <summary>What to prepare.</summary>
public sealed record PythonSetupOptions
{
    /// <summary>The folder to fill; made where it is missing, replaced as a whole where it holds something else.</summary>
    public required string Folder { get; init; }

    /// <summary>Where packages come from. Default: any.</summary>
    public PythonSource Source { get; init; } = PythonSource.Any;

    /// <summary>Packages wanted beside Gymnasium, by pip's names, e.g. pygame; those that the folder already has stay. Default: none.</summary>
    public IReadOnlyList<string> Extras { get; init; } = [];

    /// <summary>Whether to prepare anew what is there and works. Default: false.</summary>
    public bool Again { get; init; }

    /// <summary>Whose date the manifest gets. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Installed packages of the distribution to take for missing: a bare machine, tried on a furnished one.</summary>
    internal IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Interpreters whose pip to ask; null for those of the machine.</summary>
    internal IReadOnlyList<string>? Interpreters { get; init; }

    /// <summary>Environment variables for pip, e.g. <c>PIP_INDEX_URL</c>.</summary>
    internal IReadOnlyDictionary<string, string> PipVariables { get; init; } = new Dictionary<string, string>();
}
