using System.Text;
using EnvHub.Hosting;

namespace EnvHub.Fuzzing;

/// <summary>What a run leaves in its folders.</summary>
internal static class RecordReaders
{
    private static readonly HashSet<string> NoStages = [];

    public static void Config(byte[] input) => RecordFile.Read("config.json", input, json => TrialConfigReader.Read(json, "config.json", NativeHub.Catalog));

    public static void Experiment(byte[] input)
    {
        var run = RunReader.Read(new StoredRun { Name = "a/b", Folder = "none", State = RunState.Empty, Changed = default, Bytes = 0, Stages = NoStages }, () => input, isLive: false, []);
        RecordFile.Read("experiment.json", input, json => ExperimentFile.Parse(json, "experiment.json", NativeHub.Catalog));
        _ = run.State;
    }

    public static void Result(byte[] input) => ComparisonTable.Of([RunRecords.Parse(input, "result.json")]);

    public static void Metrics(byte[] input) => MetricsReader.Read("metrics.csv", Encoding.UTF8.GetString(input).Split('\n', StringSplitOptions.RemoveEmptyEntries));

    // What cannot be read is shown as it is: that a stage is not readable is no exception.
    public static void Stage(byte[] input) => StageReader.Read(new StoredStage
    {
        Key = "", Folder = "", State = StoredStageState.Complete, Name = "", Learner = "", Tasks = [], Sources = [], Changed = default, Bytes = 0,
    }, () => input);
}
