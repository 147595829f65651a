namespace EnvHub.Python;

/// <summary>An interpreter that may do.</summary>
/// <param name="Path">The executable.</param>
/// <param name="Origin">Where it was found, in words for a person.</param>
/// <param name="Environment">Environment variables that it needs.</param>
public sealed record PythonCandidate(string Path, string Origin, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>The extra packages that its set-up was asked for; empty for none, and for one that the hub did not prepare.</summary>
    public IReadOnlyList<string> Extras { get; init; } = [];
}
