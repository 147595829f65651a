namespace EnvHub.Hosting;

/// <summary>How far a stored stage is.</summary>
public enum StoredStageState
{
    /// <summary>A process is at it.</summary>
    InUse,

    /// <summary>It can be taken as it is.</summary>
    Complete,

    /// <summary>It was ended before it was complete; whoever needs it goes on from its last checkpoint.</summary>
    Unfinished,
}
