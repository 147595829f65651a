using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Resolves names, binds options and checks everything before anything runs.</summary>
public static class ExperimentPlanner
{
    private const string CommandLineName = "train", EnvironmentArgument = "ENV";

    /// <summary>Plans an experiment of hub.json.</summary>
    /// <param name="experiment">Its name; null for hub.json's default.</param>
    /// <exception cref="HubConfigurationException">EH3003 something cannot be; all faults are listed.</exception>
    public static ExperimentPlan Plan(HubOptions options, HubCatalog catalog, string? experiment, ExperimentOverrides overrides)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(overrides);
        var parts = new PartPlanner(catalog);
        var plan = Plan(options, catalog, parts, experiment, overrides);
        return parts.Faults.Count == 0 ? plan! : throw HostingErrors.BadPlan($"experiment {experiment ?? options.DefaultExperiment}", parts.Faults);
    }

    /// <summary>Plans an experiment of the command line; it is named <c>train</c>, its arm as the learner.</summary>
    /// <exception cref="HubConfigurationException">EH3003 something cannot be; all faults are listed.</exception>
    public static ExperimentPlan Plan(HubCatalog catalog, TrainRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parts = new PartPlanner(catalog);
        CheckNumbers(parts.Faults, request.Steps, request.Seeds, request.Copies);
        if (!request.Environments.SelectMany(FamilyText.Split).Any())
            parts.Faults.Add(new(EnvironmentArgument, "nothing", "one environment id or more", "Name what to train on."));
        WrapperOptions[] wrappers = [.. request.Wrappers.Select(text => NamedOptions.Wrapper(text, parts.Faults))];
        var options = new SuiteOptions
        {
            Tasks = [.. request.Environments.SelectMany(FamilyText.Split).Select(text => new TaskOptions { Environment = text, Wrappers = wrappers })],
        };
        var suite = parts.Suite(CommandLineName, options, EnvironmentArgument, EnvironmentArgument);
        var experiment = Experiment(request, OptionAssignments.Parse(request.Set, parts.Faults), NamedOptions.Backend(request.Backend, parts.Faults));
        var arm = new ArmPlanner(catalog, parts, experiment, suite, SuiteList.CommandLine(parts)).Plan(request.Learner, ArmPaths.CommandLine);
        var plan = Assemble(CommandLineName, experiment, suite, [arm], parts);
        return parts.Faults.Count == 0 ? plan : throw HostingErrors.BadPlan(CommandLineName, parts.Faults);
    }

    /// <summary>Everything that is wrong in a hub.json: in its form, and with every experiment that it has. Loads its plugins.</summary>
    /// <param name="path">As for <see cref="HubConfigurationReader.Read(string?)"/>.</param>
    /// <exception cref="HubException">EH3001 there is no such file.</exception>
    public static IReadOnlyList<ConfigurationFault> Check(string? path = null)
    {
        var faults = new List<ConfigurationFault>();
        var options = HubConfigurationReader.Read(HubConfigurationReader.Locate(path), faults);
        return Check(options, faults, HubCatalog.Load(options));
    }

    /// <summary>The same of options that are read already.</summary>
    /// <param name="faults">Those of their form.</param>
    internal static IReadOnlyList<ConfigurationFault> Check(HubOptions options, IReadOnlyList<ConfigurationFault> faults, HubCatalog catalog)
    {
        ConfigurationFault[] ofForm = [.. faults];
        var parts = new PartPlanner(catalog);
        var suites = new SuiteList(options, parts, ofForm);
        foreach (string suite in options.Suites.Keys) suites.Find(suite, "$.suites");
        // What is required and missing was read as null; it is among the faults of form.
        foreach (var (name, experiment) in options.Experiments)
            foreach (string arm in experiment.Arms?.Keys ?? [])
                if (ArmPaths.Of(JsonPath.Child("$.experiments", name), arm) is { } paths && HubReferences.IsSound(paths.Arm, ofForm))
                    new ArmPlanner(catalog, parts, experiment, SuiteOf(experiment, options, suites), suites).Plan(arm, paths);
        return [.. faults.Concat(parts.Faults).Distinct()];
    }

    private static SuitePlan SuiteOf(ExperimentOptions experiment, HubOptions options, SuiteList suites) =>
        experiment.Suite is { } name && options.Suites.ContainsKey(name) ? suites.Find(name, "")! : new SuitePlan { Name = "", Train = [] };

    private static ExperimentPlan? Plan(HubOptions options, HubCatalog catalog, PartPlanner parts, string? name, ExperimentOverrides overrides)
    {
        CheckNumbers(parts.Faults, overrides.Steps ?? 1, overrides.Seeds ?? 1, copies: 1);
        if ((name ?? options.DefaultExperiment) is not { } chosen)
        {
            string known = NameList.Of(options.Experiments.Keys);
            parts.Faults.Add(new("$.defaultExperiment", "nothing", $"an experiment: {known}", "Name one, here or on the command line."));
            return null;
        }
        string path = JsonPath.Child("$.experiments", chosen);
        if (!options.Experiments.TryGetValue(chosen, out var experiment))
        {
            parts.Faults.Add(HubReferences.Unknown(path, chosen, "an experiment of this file", options.Experiments.Keys));
            return null;
        }
        var suites = new SuiteList(options, parts, []);
        if (suites.Find(experiment.Suite, JsonPath.Child(path, "suite")) is not { } suite) return null;
        experiment = Apply(overrides, experiment, parts.Faults);
        var planner = new ArmPlanner(catalog, parts, experiment, suite, suites);
        ArmPlan?[] arms = [.. experiment.Arms.Keys.Select(arm => planner.Plan(arm, ArmPaths.Of(path, arm)))];
        return Assemble(chosen, experiment, suite, arms, parts);
    }

    private static ExperimentOptions Apply(ExperimentOverrides overrides, ExperimentOptions experiment, List<ConfigurationFault> faults)
    {
        foreach (string arm in overrides.Arms.Where(arm => !experiment.Arms.ContainsKey(arm)))
            faults.Add(HubReferences.Unknown("--arm", arm, "an arm of the experiment", experiment.Arms.Keys));
        var backend = overrides.Backend is { } named ? NamedOptions.Backend(named, faults) : null;
        var arms = experiment.Arms.Where(arm => overrides.Arms.Count == 0 || overrides.Arms.Contains(arm.Key, StringComparer.Ordinal));
        return experiment with
        {
            Seeds = overrides.Seeds ?? experiment.Seeds,
            FirstSeed = overrides.FirstSeed ?? experiment.FirstSeed,
            Steps = overrides.Steps ?? experiment.Steps,
            Checkpoint = overrides.Checkpoint ?? experiment.Checkpoint,
            Arms = arms.ToDictionary(arm => arm.Key, arm => On(backend, overrides.Steps is null ? arm.Value : WithoutSteps(arm.Value))),
        };
    }

    private static ArmOptions On(BackendOptions? backend, ArmOptions arm) => backend is null ? arm
        : arm.Stages is { } stages ? arm with { Stages = [.. stages.Select(stage => stage with { Backend = backend })] } : arm with { Backend = backend };

    private static ArmOptions WithoutSteps(ArmOptions arm) =>
        arm with { Steps = null, Stages = arm.Stages is { } stages ? [.. stages.Select(stage => stage with { Steps = null })] : null };

    private static ExperimentOptions Experiment(TrainRequest request, JsonElement options, BackendOptions backend)
    {
        var arm = new ArmOptions { Learner = request.Learner, Backend = backend, KeepBest = request.KeepBest, Options = options, From = [.. request.From.Select(file => new SourceOptions { Onnx = file })] };
        return new()
        {
            Suite = CommandLineName,
            Steps = request.Steps,
            Copies = request.Copies,
            Seeds = request.Seeds,
            FirstSeed = request.FirstSeed,
            Evaluation = request.Evaluation,
            Checkpoint = request.Checkpoint,
            Arms = new Dictionary<string, ArmOptions> { [request.Learner] = arm },
        };
    }

    private static ExperimentPlan Assemble(
        string name, ExperimentOptions experiment, SuitePlan suite, IEnumerable<ArmPlan?> arms, PartPlanner parts) => new()
    {
        Name = name,
        Suite = suite.Name,
        Tasks = suite.Train,
        HeldOut = suite.HeldOut,
        Arms = [.. arms.OfType<ArmPlan>()],
        Seeds = [.. Enumerable.Range(0, Math.Max(experiment.Seeds, 0)).Select(i => experiment.FirstSeed + (ulong)i)],
        Evaluation = experiment.Evaluation,
        Checkpoint = experiment.Checkpoint,
        TensorBoard = experiment.TensorBoard,
        Warnings = [.. parts.Warnings.Distinct()],
    };

    // hub.json's own numbers are checked when it is read; these come from the command line.
    private static void CheckNumbers(List<ConfigurationFault> faults, long steps, int seeds, int copies)
    {
        if (steps < 1) faults.Add(new("--steps", $"{steps}", "a whole number of at least 1", "Change the value."));
        if (seeds is < 1 or > 10_000) faults.Add(new("--seeds", $"{seeds}", "a whole number in [1, 10000]", "Change the value."));
        if (copies is < 1 or > 65_536) faults.Add(new("--copies", $"{copies}", "a whole number in [1, 65536]", "Change the value."));
    }
}
