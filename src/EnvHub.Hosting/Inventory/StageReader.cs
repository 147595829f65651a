using System.Text.Json;

namespace EnvHub.Hosting;

/// <summary>Finds out what a stored stage is, by its folder alone.</summary>
internal static class StageReader
{
    private const int KeyLength = 64;

    /// <summary>Whether a folder's name is a stage's key; a run of an experiment called stages lies beside them.</summary>
    public static bool IsKey(string name) => name.Length == KeyLength && name.All(char.IsAsciiHexDigitLower);

    public static StoredStage Read(string folder)
    {
        var measure = FolderMeasure.Of(folder);
        bool isHeld = SourceRecord.IsHeld(folder), isSealed = SourceRecord.IsSealed(folder);
        var stage = new StoredStage
        {
            Key = Path.GetFileName(folder),
            Folder = folder,
            State = isHeld ? StoredStageState.InUse : isSealed ? StoredStageState.Complete : StoredStageState.Unfinished,
            Name = "",
            Learner = "",
            Tasks = [],
            Sources = [],
            Changed = measure.Changed,
            Bytes = measure.Bytes,
            Problem = isHeld || !isSealed ? null : SourceRecord.DamageIn(folder),
        };
        return Read(stage, () => File.ReadAllBytes(Path.Combine(folder, TrialFiles.ConfigFile)));
    }

    /// <summary>With what a stage's config.json says.</summary>
    internal static StoredStage Read(StoredStage stage, Func<byte[]> config)
    {
        try
        {
            using var json = RecordFile.Parse(config());
            // Kept where the rest is damaged: what it builds on must not be taken for unused.
            stage = stage with { Sources = RunReader.SourcesIn(json.RootElement) };
            return Describe(stage, json.RootElement);
        }
        catch (Exception fault) when (RecordFile.IsDamage(fault))
        {
            return stage;
        }
    }

    private static StoredStage Describe(StoredStage stage, JsonElement config) => stage with
    {
        // A stage that is called as its arm is not named twice.
        Name = string.Join('/', ((string[])["experiment", "arm", "stage"]).Where(key => config.TryGetProperty(key, out _)).Select(key => RecordValues.Text(config, key))),
        Learner = RecordValues.Text(config, "learner"),
        Tasks = [.. config.GetProperty("tasks").EnumerateArray().Select(task => RecordValues.Text(task, "name"))],
        Seed = config.GetProperty("seed").GetUInt64(),
        Steps = config.GetProperty("steps").GetInt64(),
    };
}
