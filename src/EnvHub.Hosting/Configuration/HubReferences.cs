namespace EnvHub.Hosting;

/// <summary>Checks the names in hub.json that point within hub.json.</summary>
internal static class HubReferences
{
    private static readonly Dictionary<string, ArmOptions> NoArms = [];

    public static void Check(HubOptions options, List<ConfigurationFault> faults)
    {
        ConfigurationFault[] ofForm = [.. faults];
        if (options.DefaultExperiment is { } name && !options.Experiments.ContainsKey(name) && IsSound("$.experiments", ofForm))
            faults.Add(Unknown("$.defaultExperiment", name, "an experiment of this file", options.Experiments.Keys));
        foreach (var (suite, suiteOptions) in options.Suites)
        {
            string path = JsonPath.Child("$.suites", suite);
            if (IsSound(path, ofForm)) CheckTaskNames(suiteOptions, path, faults);
        }
        foreach (var (experiment, experimentOptions) in options.Experiments)
        {
            string path = JsonPath.Child(JsonPath.Child("$.experiments", experiment), "suite");
            foreach (var (arm, armOptions) in experimentOptions.Arms ?? NoArms)
                if (ArmPaths.Of(JsonPath.Child("$.experiments", experiment), arm) is { } paths && IsSound(paths.Arm, ofForm)) CheckLearners(armOptions, paths, faults);
            if (experimentOptions.Suite is { } suite && !options.Suites.ContainsKey(suite) && IsSound("$.suites", ofForm))
                faults.Add(UnknownSuite(path, suite, options));
        }
    }

    public static ConfigurationFault NoLearner(string path) => new(path, "nothing", "a learner's name", "Add this key.");

    public static ConfigurationFault UnknownSuite(string path, string suite, HubOptions options) =>
        Unknown(path, suite, "a suite of this file", options.Suites.Keys);

    public static ConfigurationFault Unknown(string path, string name, string what, IEnumerable<string> known)
    {
        string hint = CloseMatch.Hint(name, known);
        return new(path, $"\"{name}\"", $"{what}: {NameList.Of(known)}", hint.Length > 0 ? hint.TrimStart() : "Choose one, or add it.");
    }

    public static ConfigurationFault SecondTask(string path, string name) =>
        new(path, $"a second task named \"{name}\"", "each name once in a suite", "Give the task a \"name\" of its own.");

    private static void CheckLearners(ArmOptions arm, ArmPaths paths, List<ConfigurationFault> faults)
    {
        if (arm.Stages is null && arm.Learner is null) faults.Add(NoLearner(paths.Learner));
        for (int i = 0; i < arm.Stages?.Count; i++)
            if (arm.Stages[i].Learner is null) faults.Add(NoLearner(paths.OfStage(i).Learner));
    }

    private static void CheckTaskNames(SuiteOptions suite, string path, List<ConfigurationFault> faults)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < suite.Tasks.Count; i++)
        {
            string name = suite.Tasks[i].Name ?? suite.Tasks[i].FullId;
            if (!names.Add(name)) faults.Add(SecondTask(JsonPath.Item(JsonPath.Child(path, "tasks"), i), name));
        }
    }

    // A part whose form is at fault was read only in part: what it names cannot be told.
    public static bool IsSound(string path, ConfigurationFault[] faults) =>
        !faults.Any(fault => fault.Path == path
            || fault.Path.StartsWith($"{path}.", StringComparison.Ordinal) || fault.Path.StartsWith($"{path}[", StringComparison.Ordinal));
}
