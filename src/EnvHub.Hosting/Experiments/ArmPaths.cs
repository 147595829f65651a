namespace EnvHub.Hosting;

/// <summary>Where an arm's parts stand, for the faults' paths.</summary>
/// <param name="Learner">The learner's name.</param>
/// <param name="Backend">The backend's name.</param>
/// <param name="Options">The learner's options.</param>
internal sealed record ArmPaths(string Learner, string Backend, string Options)
{
    public static ArmPaths CommandLine { get; } = new("--learner", "--backend", "--set ");

    public static ArmPaths Of(string experimentPath, string arm)
    {
        string path = JsonPath.Child(JsonPath.Child(experimentPath, "arms"), arm);
        return new(JsonPath.Child(path, "learner"), JsonPath.Child(path, "backend"), JsonPath.Child(path, "options"));
    }
}
