using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnvHub.Numerics;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>Times the bridge to Python beside Gymnasium's own vector environments, in turns, so that both meet the same load.</summary>
internal static class BridgeBench
{
    private const int Copies = 64, FromPythonCopies = 1024, Repeats = 5, Batches = 64, Rounds = 16;
    private const string Id = "gymnasium/CartPole-v1";

    /// <param name="seconds">Of one measurement.</param>
    /// <param name="tell">Told what is being measured.</param>
    /// <exception cref="HubException">EH5014 there is no Python with gymnasium, or it fails.</exception>
    public static BridgeReport Run(HubCatalog catalog, double seconds, Action<string> tell)
    {
        var python = PythonLocator.Find() ?? throw CliErrors.NoBaseline("no Python with gymnasium and numpy was found");
        var registration = catalog.Environments.Find(Id).Registration;
        bool hasLibrary = LibPython.Of(python)?.File is not null;
        var baselines = new List<JsonNode>();
        var rates = new List<double[]>();
        for (int repeat = 1; repeat <= Repeats; repeat++)
        {
            tell($"{repeat} of {Repeats}");
            baselines.Add(BridgeBaselines.Measure(python, Copies, seconds));
            rates.Add(
            [
                Measure(registration, 1, Workers(1), seconds), Measure(registration, Copies, Workers(1), seconds), Measure(registration, Copies, Workers(2), seconds),
                .. hasLibrary ? [Measure(registration, 1, InProcess, seconds), Measure(registration, Copies, InProcess, seconds)] : (double[])[],
            ]);
        }
        double Theirs(string name) => Timing.Median([.. baselines.Select(baseline => (double)baseline[name]!)]);
        double Ours(int column) => Timing.Median([.. rates.Select(row => row[column])]);
        var fromPython = BridgeBaselines.FromPython(python, FromPythonCopies, 6 * seconds);
        return new()
        {
            Gymnasium = (string)baselines[0]["gymnasium"]!,
            Loop = Theirs("one"),
            Sync = Theirs("sync"),
            SyncNextStep = Theirs("syncNextStep"),
            TwoSync = Theirs("twoSync"),
            Async = Theirs("async"),
            One = Ours(0),
            OneWorker = Ours(1),
            TwoWorkers = Ours(2),
            OneInProcess = hasLibrary ? Ours(3) : null,
            ManyInProcess = hasLibrary ? Ours(4) : null,
            FromPythonNextStep = fromPython?.NextStep,
            FromPythonSameStep = fromPython?.SameStep,
        };
    }

    private static JsonElement InProcess { get; } = JsonSerializer.SerializeToElement(new { host = "in-process" });

    private static JsonElement Workers(int workers) => JsonSerializer.SerializeToElement(new { workers });

    private static double Measure(EnvironmentRegistration registration, int copies, JsonElement host, double seconds)
    {
        object settings = OptionsBinder.Bind(host, registration.SettingsType, "$", new List<ConfigurationFault>());
        using var environment = registration.Create(settings, copies);
        var arena = new StepArena(environment);
        var seeds = new ulong[copies];
        new RandomStreams(1).FillSeeds("bench", seeds);
        environment.Reset(seeds, arena.Observations);
        var actions = Draw(copies);
        for (int i = 0; i < 4 * Batches; i++) environment.Step(actions[i % Batches], arena.Buffers);
        long rounds = 0;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            for (int i = 0; i < Rounds; i++) environment.Step(actions[rounds++ % Batches], arena.Buffers);
        }
        return copies * rounds / clock.Elapsed.TotalSeconds;
    }

    private static int[][] Draw(int copies)
    {
        var random = new RandomGenerator(1);
        return [.. Enumerable.Range(0, Batches).Select(_ => Enumerable.Range(0, copies).Select(_ => (int)random.Integers(0, 2)).ToArray())];
    }
}
