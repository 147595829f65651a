namespace EnvHub.Learning;

/// <summary>Whether a step ended its episode, and what that means for the value of what comes after.</summary>
public enum EpisodeEnding
{
    /// <summary>The episode goes on.</summary>
    None,

    /// <summary>The clock cut the episode: the value of the last observation counts.</summary>
    Truncated,

    /// <summary>The task ended, whatever the clock says: nothing comes after.</summary>
    Terminated,
}
