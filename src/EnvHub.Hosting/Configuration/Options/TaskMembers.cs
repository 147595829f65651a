namespace EnvHub.Hosting;

/// <summary>Which tasks of a suite.</summary>
public enum TaskMembers
{
    /// <summary>Those to train on: its tasks, and the train members of its families.</summary>
    Train,

    /// <summary>Those that its families keep for what comes after training.</summary>
    HeldOut,

    /// <summary>All of them, those to train on first.</summary>
    All,
}
