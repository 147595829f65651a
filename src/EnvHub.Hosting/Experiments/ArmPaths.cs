namespace EnvHub.Hosting;

/// <summary>Where an arm's parts stand, for the faults' paths.</summary>
/// <param name="Arm">The arm itself.</param>
/// <param name="Learner">The learner's name.</param>
/// <param name="Backend">The backend's name.</param>
/// <param name="KeepBest">Whether the best weights are kept.</param>
/// <param name="Options">The learner's options.</param>
internal sealed record ArmPaths(string Arm, string Learner, string Backend, string KeepBest, string Options)
{
    public static ArmPaths CommandLine { get; } = new("train", "--learner", "--backend", "--keep-best", "--set ");

    public static ArmPaths Of(string experimentPath, string arm)
    {
        string path = JsonPath.Child(JsonPath.Child(experimentPath, "arms"), arm);
        return new(path, JsonPath.Child(path, "learner"), JsonPath.Child(path, "backend"), JsonPath.Child(path, "keepBest"),
            JsonPath.Child(path, "options"));
    }
}
