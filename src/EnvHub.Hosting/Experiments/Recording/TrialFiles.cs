using System.Text.Json;
using EnvHub.Networks;

namespace EnvHub.Hosting;

/// <summary>The files of one trial's folder.</summary>
internal sealed class TrialFiles
{
    public const string ConfigFile = "config.json", ResultFile = "result.json", ModelFile = "model.safetensors", BestFile = "best.safetensors",
        StateFile = "state.safetensors", MetricsFileName = "metrics.csv";

    private const string FailureFile = "failure.txt";

    private readonly string _folder;

    public TrialFiles(string folder)
    {
        Directory.CreateDirectory(folder);
        _folder = folder;
    }

    /// <summary>Removes what an earlier attempt came to: the trial runs again.</summary>
    public void ForgetOutcome()
    {
        File.Delete(PathOf(ResultFile));
        File.Delete(PathOf(FailureFile));
    }

    public void WriteConfig(Trial trial)
    {
        var config = ConfigJson.OfStage(trial.Stage);
        config.Insert(0, "format", 1);
        config.Insert(1, "experiment", trial.Experiment);
        config.Insert(2, "suite", trial.Suite);
        config.Insert(3, "arm", trial.Arm);
        config.Insert(4, "seed", trial.Seed);
        if (trial.Stage.Name != trial.Arm) config.Insert(4, "stage", trial.Stage.Name);
        if (trial.Key is not null) config.Insert(5, "key", trial.Key);
        if (trial.Sources.Count > 0) config["sources"] = ConfigJson.OfSources(trial.Sources);
        config["tasks"] = ConfigJson.OfTasks(trial.Tasks);
        config["evaluation"] = ConfigJson.Of(trial.Evaluation);
        ConfigJson.Write(PathOf(ConfigFile), config);
    }

    public MetricsFile OpenMetrics(TrialLoop loop) => new(PathOf(MetricsFileName), loop);

    public TrialEvents OpenEvents(Trial trial, TrialLoop loop, long firstStep) => new(_folder, trial.Tasks, loop, firstStep);

    public void WriteModel(string file, TrialLoop loop, IReadOnlyDictionary<string, string> metadata) =>
        AtomicFile.Write(PathOf(file), stream =>
        {
            var writer = new SafeTensorsWriter();
            foreach (var (key, value) in metadata) writer.Metadata[key] = value;
            if (loop.Learner.Policy is INetworkPolicy policy)
                writer.Metadata[NetworkDescription.Key] = NetworkDescription.Of(policy, [.. loop.Tasks.Select(task => task.Name)]);
            loop.SaveWeights(writer);
            writer.WriteTo(stream);
        });

    /// <summary>All that the learner's future depends on, replay included: for those that build on the trial.</summary>
    public void WriteState(ILearner learner) => AtomicFile.Write(PathOf(StateFile), stream =>
    {
        var writer = new SafeTensorsWriter();
        learner.Save(writer);
        writer.WriteTo(stream);
    });

    public void WriteResult(TrialResult result) =>
        AtomicFile.Write(PathOf(ResultFile), stream => JsonSerializer.Serialize(stream, result, HostingJson.Default.TrialResult));

    /// <summary>The whole exception, for the plugin's author.</summary>
    public void WriteFailure(Exception failure) => AtomicFile.Write(PathOf(FailureFile), stream =>
    {
        using var text = new StreamWriter(stream, leaveOpen: true);
        text.WriteLine(failure);
    });

    private string PathOf(string file) => Path.Combine(_folder, file);
}
