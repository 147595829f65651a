namespace EnvHub.Python;

/// <summary>What the caller asks for.</summary>
public enum SharedCommand
{
    /// <summary>Nothing: the answer shows that the server is there.</summary>
    None = 0,

    /// <summary>One step: actions to observations, final observations where an episode has ended, rewards and flags.</summary>
    Step = 1,

    /// <summary>A new episode: observations.</summary>
    Reset = 2,

    /// <summary>The info dictionary of the copy that the argument names, as JSON in the text.</summary>
    Info = 3,

    /// <summary>A picture of the copy that the argument names: JSON in the text, then the pixels.</summary>
    Render = 4,

    /// <summary>Where the generator of the copy that the argument names stands, as JSON in the text.</summary>
    Generator = 5,

    /// <summary>The server's end; there is no answer.</summary>
    Close = 6,

    /// <summary>The state of all copies, as bytes in the text.</summary>
    Snapshot = 7,

    /// <summary>Takes back the state that the caller's text holds; after a failure it is as it was.</summary>
    Restore = 8,
}
