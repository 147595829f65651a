using System.Text;
using EnvHub.Hosting;

namespace EnvHub.Fuzzing;

/// <summary>What people write: hub.json, plugin.json, families in words, assignments.</summary>
internal static class ConfigurationReaders
{
    private static readonly Dictionary<string, SuiteOptions> NoSuites = [];

    private static readonly Dictionary<string, ExperimentOptions> NoExperiments = [];

    public static void Hub(byte[] input)
    {
        var faults = new List<ConfigurationFault>();
        var options = HubConfigurationReader.Parse(TextOf(input), Path.Combine(Path.GetTempPath(), "hub.json"), faults);
        // A file that is no JSON at all has nothing to plan.
        if (faults.Count == 0 || options.Suites is not null) Throw(ExperimentPlanner.Check(Whole(options), faults, NativeHub.Catalog));
        Throw(faults);
    }

    public static void Plugin(byte[] input) => PluginManifestReader.Parse(TextOf(input), "plugin.json");

    public static void Family(byte[] input) => ExperimentPlanner.Plan(NativeHub.Catalog, new TrainRequest { Environments = [TextOf(input)], Learner = "multitask-dqn", Steps = 10 });

    /// <summary>Lines: <c>set KEY=VALUE</c> of a learner's options, <c>env KEY=VALUE</c> of an environment's settings, <c>wrap NAME:KEY=VALUE</c>.</summary>
    public static void Assignments(byte[] input)
    {
        string[] lines = TextOf(input).Split('\n');
        ExperimentPlanner.Plan(NativeHub.Catalog, new TrainRequest { Environments = ["CartPole-v1"], Learner = "dqn", Steps = 10, Set = Of("set ", lines), Wrappers = Of("wrap ", lines) });
        EnvironmentPlanner.Plan(NativeHub.Catalog, "CartPole-v1", Of("env ", lines), Of("wrap ", lines));
    }

    // UTF-8 holds no half of a surrogate pair; a text that a plugin or another reader hands on may.
    private static string TextOf(byte[] input) => Encoding.UTF8.GetString(input).Replace(Interesting.Surrogate, '\uD800');

    private static string[] Of(string verb, string[] lines) => [.. lines.Where(line => line.StartsWith(verb, StringComparison.Ordinal)).Select(line => line[verb.Length..])];

    // What is required and missing was read as null, as the planner knows.
    private static HubOptions Whole(HubOptions options) => options with { Suites = options.Suites ?? NoSuites, Experiments = options.Experiments ?? NoExperiments };

    private static void Throw(IReadOnlyList<ConfigurationFault> faults)
    {
        if (faults.Count > 0) throw new HubConfigurationException("EH3002", "hub.json", faults);
    }
}
