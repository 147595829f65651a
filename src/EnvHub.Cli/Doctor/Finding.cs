namespace EnvHub.Cli;

/// <summary>How one thing was found.</summary>
internal enum FindingState
{
    Ok,

    /// <summary>The hub runs; something is missing or slow.</summary>
    Warning,

    /// <summary>Something that the hub needs does not work.</summary>
    Fault,
}

/// <summary>One line of <c>doctor</c>.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Found">What is.</param>
/// <param name="ToDo">What to do about it; null for nothing.</param>
internal sealed record Finding(string Name, FindingState State, string Found, string? ToDo = null);
