namespace EnvHub.Hosting;

/// <summary>How far a trial is.</summary>
public enum TrialState
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>A thread is at it.</summary>
    Running,

    /// <summary>Ended as planned.</summary>
    Finished,

    /// <summary>Ended by an exception.</summary>
    Failed,

    /// <summary>Ended by the user before it was complete.</summary>
    Cancelled,
}
