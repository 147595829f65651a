namespace EnvHub.Python;

/// <summary>Which of the two one is.</summary>
public enum DoorbellSide
{
    /// <summary>Asks, and waits for the answer.</summary>
    Caller,

    /// <summary>Waits to be asked, and answers.</summary>
    Server,
}
