namespace EnvHub.Envs.Gymnasium;

/// <summary>What becomes of a task whose worker fails.</summary>
public enum FailurePolicy
{
    /// <summary>The task ends with an error that holds Python's traceback.</summary>
    Fail,

    /// <summary>The worker's episodes end truncated, a fresh worker goes on from fresh seeds, and the failure is counted.</summary>
    Restart,
}
