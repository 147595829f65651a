namespace EnvHub.Hosting;

/// <summary>Resolves policies from elsewhere that are to be played and not trained.</summary>
public static class PolicyPlanner
{
    private const string Name = "policy";

    /// <summary>A trial that plays an ONNX file; its policy is evaluated as those of other trials are at their end.</summary>
    /// <param name="file">The ONNX file, a full path.</param>
    /// <param name="read">How it is read: options of the learner <c>onnx</c> as <c>key=value</c>.</param>
    /// <exception cref="HubConfigurationException">EH3003 something cannot be; all faults are listed.</exception>
    public static TrialPlayer Onnx(HubCatalog catalog, string file, IReadOnlyList<string> read, IReadOnlyList<TaskPlan> tasks)
    {
        var parts = new PartPlanner(catalog);
        var stages = new StageOptions[] { new() { Name = Name, From = [new() { Onnx = file, Options = OptionAssignments.Parse(read, parts.Faults) }] } };
        // The file's own stage comes before the one that it is for, of which nothing else is wanted.
        var player = ChainedStage.Of(stages, _ => Paths, parts.Faults)[0];
        var stage = new StagePlanner(catalog, parts, new ExperimentOptions { Suite = Name, Steps = 1, Arms = new Dictionary<string, ArmOptions>() })
            .Plan(player.Options.Name, player.Options, tasks, [], Paths);
        if (parts.Faults.Count > 0) throw HostingErrors.BadPlan("policy from an ONNX file", parts.Faults);
        return TrialPlayer.Of(new Trial { Experiment = Name, Suite = Name, Arm = stage!.Name, Stage = stage, Tasks = tasks, Seed = 0, Evaluation = stage.Evaluation! });
    }

    private static ArmPaths Paths => new("--onnx", "--onnx", "--backend", "--keep-best", "--read ");
}
