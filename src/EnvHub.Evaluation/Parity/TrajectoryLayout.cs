namespace EnvHub.Evaluation;

/// <summary>What the records of a trajectory hold.</summary>
/// <param name="ObservationSize">Elements per observation.</param>
/// <param name="ActionSize">Elements per action.</param>
/// <param name="IsSinglePrecision">Whether observations are float32, so that their distance is counted in float32's steps.</param>
public sealed record TrajectoryLayout(int ObservationSize, int ActionSize, bool IsSinglePrecision);
