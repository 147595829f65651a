namespace EnvHub.Contracts;

/// <summary>Whether a learner builds on earlier stages.</summary>
public enum SourceUse
{
    /// <summary>It learns from nothing: a stage with <c>from</c> is refused.</summary>
    None,

    /// <summary>It takes sources where a stage names some.</summary>
    Optional,

    /// <summary>It needs at least one.</summary>
    Required,
}
