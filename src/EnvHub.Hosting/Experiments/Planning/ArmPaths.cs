namespace EnvHub.Hosting;

/// <summary>Where the parts of an arm or of one of its stages stand, for the faults' paths.</summary>
/// <param name="Arm">The arm or stage itself.</param>
/// <param name="Learner">The learner's name.</param>
/// <param name="Backend">The backend's name.</param>
/// <param name="KeepBest">Whether the best weights are kept.</param>
/// <param name="Options">The learner's options.</param>
internal sealed record ArmPaths(string Arm, string Learner, string Backend, string KeepBest, string Options)
{
    public static ArmPaths CommandLine { get; } = new("train", "--learner", "--backend", "--keep-best", "--set ");

    public string Suite => JsonPath.Child(Arm, "suite");

    public string Members => JsonPath.Child(Arm, "members");

    public string Tasks => JsonPath.Child(Arm, "tasks");

    public string From => JsonPath.Child(Arm, "from");

    public string Stages => JsonPath.Child(Arm, "stages");

    public static ArmPaths Of(string experimentPath, string arm) => At(JsonPath.Child(JsonPath.Child(experimentPath, "arms"), arm));

    /// <summary>The paths of one of the arm's stages.</summary>
    public ArmPaths OfStage(int index) => At(JsonPath.Item(Stages, index));

    /// <summary>The paths of a policy from elsewhere, which stands in a stage's <c>from</c>.</summary>
    public static ArmPaths OfSource(string path) => At(path) with { Learner = JsonPath.Child(path, "onnx") };

    private static ArmPaths At(string path) => new(path, JsonPath.Child(path, "learner"), JsonPath.Child(path, "backend"),
        JsonPath.Child(path, "keepBest"), JsonPath.Child(path, "options"));
}
