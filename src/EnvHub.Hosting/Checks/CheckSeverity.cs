namespace EnvHub.Hosting;

/// <summary>How much a finding matters.</summary>
public enum CheckSeverity
{
    /// <summary>Learning works; it may be slower or worse than it could be.</summary>
    Warning,

    /// <summary>A promise of the interface is broken: results cannot be relied on.</summary>
    Error,
}
