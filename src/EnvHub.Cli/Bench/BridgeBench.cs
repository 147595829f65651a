using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnvHub.Numerics;
using EnvHub.Python;

namespace EnvHub.Cli;

/// <summary>Times the bridge to Python beside Gymnasium's own vector environments, in turns, so that both meet the same load.</summary>
internal static class BridgeBench
{
    private const int Copies = 64, Repeats = 5, Batches = 64, Rounds = 16;
    private const string Id = "gymnasium/CartPole-v1";

    /// <param name="seconds">Of one measurement.</param>
    /// <param name="tell">Told what is being measured.</param>
    /// <exception cref="HubException">EH5014 there is no Python with gymnasium, or it fails.</exception>
    public static BridgeReport Run(HubCatalog catalog, double seconds, Action<string> tell)
    {
        var python = PythonLocator.Find() ?? throw CliErrors.NoBaseline("no Python with gymnasium and numpy was found");
        var registration = catalog.Environments.Find(Id).Registration;
        var rates = new List<double[]>();
        string version = "";
        for (int repeat = 1; repeat <= Repeats; repeat++)
        {
            tell($"{repeat} of {Repeats}");
            var baseline = Baseline(python, seconds);
            version = (string)baseline["gymnasium"]!;
            rates.Add([(double)baseline["sync"]!, (double)baseline["async"]!, Measure(registration, 1, 1, seconds),
                Measure(registration, Copies, 1, seconds), Measure(registration, Copies, 2, seconds)]);
        }
        double Median(int column) => Timing.Median([.. rates.Select(row => row[column])]);
        return new(version, Median(0), Median(1), Median(2), Median(3), Median(4));
    }

    private static double Measure(EnvironmentRegistration registration, int copies, int workers, double seconds)
    {
        var options = JsonSerializer.SerializeToElement(new { workers });
        object settings = OptionsBinder.Bind(options, registration.SettingsType, "$", new List<ConfigurationFault>());
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

    private static JsonNode Baseline(PythonInterpreter python, double seconds)
    {
        // From a file, not from standard input: AsyncVectorEnv's processes may have to read it again.
        string file = Path.Combine(Path.GetTempPath(), $"envhub-baseline-{System.Environment.ProcessId}.py");
        try
        {
            File.WriteAllText(file, Program());
            var start = python.StartInfo(file, $"{Copies}", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
            (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? JsonNode.Parse(output)! : throw CliErrors.NoBaseline(error.Result.TrimEnd());
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Program()
    {
        using var stream = typeof(BridgeBench).Assembly.GetManifestResourceStream("bridge_baselines.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
