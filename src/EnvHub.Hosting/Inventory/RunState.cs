namespace EnvHub.Hosting;

/// <summary>How far a run is, by what lies in its folder.</summary>
public enum RunState
{
    /// <summary>A process is at it.</summary>
    Running,

    /// <summary>All of its trials finished.</summary>
    Finished,

    /// <summary>All of its trials ended, some by an exception.</summary>
    Failed,

    /// <summary>No process is at it, and trials are left.</summary>
    Unfinished,

    /// <summary>It was ended before it wrote what it is: there is nothing to go on with.</summary>
    Empty,

    /// <summary>What it is cannot be read.</summary>
    Damaged,
}
