namespace EnvHub.Hosting;

/// <summary>A rule that was not examined.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Reason">Why not.</param>
public sealed record CheckOmission(string Rule, string Reason);
