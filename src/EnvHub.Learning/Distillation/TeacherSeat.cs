namespace EnvHub.Learning;

/// <summary>One teacher of a task.</summary>
/// <param name="Source">Index of the source.</param>
/// <param name="Task">Index of the task there.</param>
public readonly record struct TeacherSeat(int Source, int Task);
