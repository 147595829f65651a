using System.Text.Json.Nodes;

namespace EnvHub.Cli;

/// <summary>Times the plugin <c>dqn</c> with the network and the update frequency of DQN in Nature (2015) on Catch-v0, four images of 84 by 84 stacked, learning
/// included: the embedded engine beside libtorch, in turns.</summary>
internal static class ImagesBench
{
    private const int Repeats = 3;
    private const long WarmUp = 1_200, Rounds = 400;

    private static readonly string[] Nature =
    [
        "batchSize=32", "bufferCapacity=10000", "learningStarts=1000", "trainFrequency=4", "explorationEnd=0.1", "explorationFraction=0.01", "nStep=1", "doubleQ=false",
        """
        network.encoder=[{"kind":"convolution","filters":32,"kernel":8,"stride":4},{"kind":"relu"},{"kind":"convolution","filters":64,"kernel":4,"stride":2},{"kind":"relu"},
        {"kind":"convolution","filters":64,"kernel":3},{"kind":"relu"},{"kind":"flatten"}]
        """,
        """network.trunk=[{"kind":"linear","units":512},{"kind":"relu"}]""",
    ];

    /// <param name="torch">The other backend's name; null where it is not there.</param>
    /// <param name="tell">Told what is being measured.</param>
    public static ImagesReport Run(HubCatalog catalog, string? torch, Action<string> tell)
    {
        var (own, theirs) = (new List<double>(), new List<double>());
        for (int repeat = 1; repeat <= Repeats; repeat++)
        {
            tell($"{repeat} of {Repeats}");
            own.Add(Measure(catalog, TrainRequest.DefaultBackend));
            if (torch is not null) theirs.Add(Measure(catalog, torch));
        }
        return new(Timing.Median([.. own]), theirs.Count == 0 ? null : Timing.Median([.. theirs]));
    }

    /// <param name="refusal">Why libtorch was not measured; null if it was.</param>
    public static void Write(Terminal terminal, ImagesReport report, string? refusal)
    {
        var table = new TextTable("dqn on 84x84x4, Nature's network", "steps/s#", "ratio#");
        table.Add("embedded", Words.Rate(report.EmbeddedStepsPerSecond), Words.Ratio(report.EmbeddedStepsPerSecond, report.TorchSharpStepsPerSecond));
        table.Add("torchsharp", report.TorchSharpStepsPerSecond is { } theirs ? Words.Rate(theirs) : "-", "");
        table.Write(terminal);
        terminal.Output.WriteLine();
        terminal.Output.WriteLine("One thread, the same run, in turns; an update of 32 every 4 steps. Ratio: embedded to torchsharp.");
        if (refusal is not null) terminal.Output.WriteLine($"torchsharp: {refusal}");
    }

    public static JsonNode ToJson(ImagesReport report) => new JsonObject
    {
        ["embeddedStepsPerSecond"] = report.EmbeddedStepsPerSecond,
        ["torchSharpStepsPerSecond"] = report.TorchSharpStepsPerSecond,
    };

    private static double Measure(HubCatalog catalog, string backend)
    {
        var plan = ExperimentPlanner.Plan(catalog, new TrainRequest
        {
            Environments = ["Catch-v0"], Wrappers = ["FrameStack"], Learner = "dqn", Backend = backend, Steps = 100_000, Set = Nature,
        });
        return TrialSpeed.Measure(TrialList.Of(plan)[0], WarmUp, Rounds);
    }
}
