using EnvHub.Evaluation;

namespace EnvHub.Hosting;

/// <summary>What the students of one arm have of their teachers' scores over all tasks.</summary>
/// <param name="Arm">The arm's name.</param>
/// <param name="Share">A seed's is the mean over its tasks.</param>
/// <param name="Reached">Seeds whose every task has at least the share that was asked for.</param>
/// <param name="Seconds">Median time of the students' own stage.</param>
public sealed record TeacherArm(string Arm, TeacherShare Share, int Reached, double Seconds);
