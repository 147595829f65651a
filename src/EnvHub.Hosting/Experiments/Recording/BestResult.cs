namespace EnvHub.Hosting;

/// <summary>The weights of the best evaluation during training, evaluated again on the final seeds.</summary>
/// <param name="Step">Environment steps per task when they were kept.</param>
/// <param name="Returns">On the same episodes as the final weights.</param>
public sealed record BestResult(long Step, ReturnSummary Returns);
