using EnvHub.Evaluation;

namespace EnvHub.Hosting;

/// <summary>What the students of one arm have of their teachers' score on one task.</summary>
/// <param name="Arm">The arm's name.</param>
/// <param name="Task">The task's name.</param>
/// <param name="StudentReturn">Mean greedy return of the students, over seeds.</param>
/// <param name="TeacherReturn">The same of their teachers.</param>
/// <param name="Share">The share, over seeds.</param>
public sealed record TeacherRow(string Arm, string Task, double StudentReturn, double TeacherReturn, TeacherShare Share);
