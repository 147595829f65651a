namespace EnvHub.Hosting;

/// <summary>The suites of hub.json, each resolved once, when it is first asked for.</summary>
/// <param name="faults">Of the file's form: a suite with one is not resolved.</param>
internal sealed class SuiteList(HubOptions options, PartPlanner parts, ConfigurationFault[] faults)
{
    private readonly Dictionary<string, SuitePlan> _suites = new(StringComparer.Ordinal);

    /// <summary>A suite of the command line, which has no others.</summary>
    public static SuiteList CommandLine(PartPlanner parts) => new(new HubOptions(), parts, []);

    /// <summary>The suite of that name; one without tasks where its form is at fault; null where there is none, which is a fault.</summary>
    /// <param name="path">Where it is named.</param>
    public SuitePlan? Find(string name, string path)
    {
        if (_suites.TryGetValue(name, out var known)) return known;
        if (!options.Suites.TryGetValue(name, out var suite))
        {
            parts.Faults.Add(HubReferences.UnknownSuite(path, name, options));
            return null;
        }
        string place = JsonPath.Child("$.suites", name);
        var plan = HubReferences.IsSound(place, faults)
            ? parts.Suite(name, suite, JsonPath.Child(place, "tasks"), JsonPath.Child(place, "families"))
            : new SuitePlan { Name = name, Train = [] };
        return _suites[name] = plan;
    }
}
