namespace EnvHub.Python;

/// <summary>How the server's answer is meant.</summary>
public enum SharedStatus
{
    /// <summary>What was asked has been carried out.</summary>
    Done = 0,

    /// <summary>It failed: the text says why. The copies stand at different steps.</summary>
    Failed = 1,
}
