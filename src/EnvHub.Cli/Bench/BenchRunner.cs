namespace EnvHub.Cli;

/// <summary>Takes all measurements, one after the other.</summary>
internal static class BenchRunner
{
    /// <param name="tell">Told what is being measured.</param>
    public static BenchReport Run(HubCatalog catalog, BenchDurations durations, Action<string> tell)
    {
        tell("environments");
        var environments = EnvironmentBench.Run(catalog, durations);
        tell("network");
        var network = NetworkBench.Run(catalog.Backends.Find("embedded").CreateWithDefaults(), durations);
        tell("dqn");
        double dqn = DqnBench.Run(catalog, durations);
        tell("baselines in Python");
        return new(environments, network, dqn, PythonBaselines.Measure(durations));
    }
}
