using System.Globalization;

namespace EnvHub.Hosting;

/// <summary>A trial's checkpoints: written whole or not at all, the newest kept, the damaged passed over.</summary>
internal sealed class CheckpointFolder
{
    public const string Name = "checkpoints";

    private const string Prefix = "step-", Extension = ".ckpt";

    private readonly string _path;
    private readonly int _keep;
    private readonly HashSet<string> _unusable = [];

    /// <param name="trialFolder">The folder is in it; it is made with the first checkpoint.</param>
    /// <param name="keep">How many are kept.</param>
    public CheckpointFolder(string trialFolder, int keep) => (_path, _keep) = (Path.Combine(trialFolder, Name), keep);

    /// <summary>The checkpoints that are there, the newest first, without looking into them.</summary>
    public IReadOnlyList<string> Files => !Directory.Exists(_path) ? []
        : [.. Directory.GetFiles(_path, $"{Prefix}*{Extension}").Where(file => StepOf(file) >= 0).OrderByDescending(StepOf)];

    /// <summary>Steps per task at which <paramref name="file"/> was written; -1 for the name of another file.</summary>
    public static long StepOf(string file) =>
        long.TryParse(Path.GetFileNameWithoutExtension(file).AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long step) ? step : -1;

    /// <summary>Writes a checkpoint, and removes those that are too many now.</summary>
    /// <exception cref="IOException">It could not be written; what was there is there still.</exception>
    public void Write(long step, Action<ICheckpointWriter> save)
    {
        Directory.CreateDirectory(_path);
        string file = Path.Combine(_path, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step:D12}{Extension}"));
        AtomicFile.Write(file, stream =>
        {
            var writer = new CheckpointFileWriter(stream);
            save(writer);
            writer.Complete();
        });
        _unusable.Remove(file);
        Prune();
    }

    /// <summary>Marks a file that nothing can be resumed from: it goes when the next checkpoint has been written.</summary>
    public void PassOver(string file) => _unusable.Add(file);

    /// <summary>Removes all of them: for a trial that has finished.</summary>
    public void Clear()
    {
        if (Directory.Exists(_path)) Directory.Delete(_path, recursive: true);
    }

    // The unusable must not count: the last good one would go for them.
    private void Prune()
    {
        foreach (string file in Files.Where(file => !_unusable.Contains(file)).Skip(_keep).Concat(_unusable)) File.Delete(file);
        _unusable.Clear();
        // What a killed process left half written.
        foreach (string file in Directory.GetFiles(_path, "*" + AtomicFile.TemporaryExtension)) File.Delete(file);
    }
}
