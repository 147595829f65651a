using System.Diagnostics;

namespace EnvHub.Hosting;

/// <summary>Measures what a checkpoint of a trial costs, beside a plain file of as many bytes.</summary>
public static class CheckpointSpeed
{
    /// <summary>Plays <paramref name="rounds"/> rounds, then writes and reads checkpoints.</summary>
    /// <param name="folder">Where the files go; made and removed.</param>
    /// <param name="repeats">Of each measurement; the median counts.</param>
    public static CheckpointCost Measure(Trial trial, long rounds, string folder, int repeats)
    {
        ArgumentNullException.ThrowIfNull(trial);
        using var loop = new TrialLoop(trial);
        for (long i = 0; i < rounds; i++) loop.Round();
        Directory.CreateDirectory(folder);
        var files = new CheckpointFolder(folder, keep: 1);
        try
        {
            double write = Median(repeats, () => files.Write(loop.Steps, loop.Save));
            long bytes = new FileInfo(files.Files[0]).Length;
            double read = Median(repeats, () =>
            {
                using var reader = new CheckpointFileReader(files.Files[0]);
                loop.Load(reader, 1);
            });
            byte[] content = File.ReadAllBytes(files.Files[0]);
            double plain = Median(repeats, () => AtomicFile.Write(files.Files[0] + ".plain", stream => stream.Write(content)));
            return new(loop.Steps * trial.Tasks.Count, bytes, write, read, plain);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Median(int repeats, Action action)
    {
        var seconds = new double[repeats];
        for (int i = 0; i < repeats; i++)
        {
            var clock = Stopwatch.StartNew();
            action();
            seconds[i] = clock.Elapsed.TotalSeconds;
        }
        Array.Sort(seconds);
        return seconds[repeats / 2];
    }
}
