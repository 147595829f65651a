namespace EnvHub.Contracts;

/// <summary>Of what a measure is: how many values it has, T being the number of tasks.</summary>
public enum MeasureScope
{
    /// <summary>Of the learner as a whole: one value.</summary>
    Overall,

    /// <summary>Of each task: T values.</summary>
    PerTask,

    /// <summary>Of each task beside each other: T × T values, row-major, the first task's row first.</summary>
    PerTaskPair,
}
