namespace EnvHub.Python;

/// <summary>How a wait ended.</summary>
public enum DoorbellResult
{
    /// <summary>The other side rang.</summary>
    Rung,

    /// <summary>It did not within the time.</summary>
    TimedOut,

    /// <summary>The other side's end of the pipe is closed: it is gone.</summary>
    Closed,
}
